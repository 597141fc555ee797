/** A name as it stands within a sentence: "Cycle time" as "cycle time", "AI-marked share" as it is. */
export function inSentence(name: string): string {
  return name.startsWith('AI') ? name : name.toLowerCase();
}
