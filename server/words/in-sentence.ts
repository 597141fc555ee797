/** A name as it stands within a sentence: "Cycle time" as "cycle time", "AI-marked share" and "CI first-pass rate" as they are. */
export function inSentence(name: string): string {
  return /^(?:AI|CI)\b/.test(name) ? name : name.toLowerCase();
}
