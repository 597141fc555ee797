/** "Release freeze" of "24 Dec 2026 to 4 Jan 2027". */
export type FigureNote = { readonly id: string; readonly when: string; readonly text: string };

/** "1 Release freeze (24 Dec 2026 to 4 Jan 2027)": what leaves the page says each in a line. */
export function noteLines(notes: readonly FigureNote[]): string[] {
  return notes.map(({ when, text }, index) => `${index + 1} ${text} (${when})`);
}
