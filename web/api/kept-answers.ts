/** Answers of a shared page, as text, by their calls; null: whoever asks is answered by the server. */
let kept: ReadonlyMap<string, string> | null = null;

/**
 * From now on every question is answered from what was kept of a shared page, and the server is asked nothing; null: by the server
 * again. One for all, since a page shows the numbers of one moment: not one figure of that day beside one of today.
 */
export function answerFrom(answers: ReadonlyMap<string, string> | null): void {
  kept = answers;
}

/** `live`: the server is to be asked. Text: the answer that was kept; null: none was. */
export function keptAnswer(path: string): 'live' | { text: string | null } {
  return kept === null ? 'live' : { text: kept.get(path) ?? null };
}
