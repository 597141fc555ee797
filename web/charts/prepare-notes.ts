/** A note as it is drawn: from its first to its last week, under its number. */
export type AxisNote = { readonly number: number; readonly firstWeek: string; readonly lastWeek: string };

/** Pixels along the axis; a note of one week has no breadth. */
export type NoteSpan = { readonly number: number; readonly from: number; readonly to: number };

/** "2", or "2–4" where numbers would lie over each other. */
export type NoteLabel = { readonly text: string; readonly x: number; readonly width: number };

export type DrawnNotes = { readonly spans: readonly NoteSpan[]; readonly labels: readonly NoteLabel[] };

const digit = 7;
const padding = 10;

/**
 * Where notes stand on an axis of `width` pixels, on which a week lies at `at` (undefined: it is not on it). Labels stand at the
 * beginning of what they name, side by side within the axis; neighbours too near for that share one. Text is `em` times its usual size.
 */
export function drawnNotes(
  notes: readonly AxisNote[],
  at: (week: string) => number | undefined,
  width: number,
  em = 1,
): DrawnNotes {
  const spans = notes.flatMap(({ number, firstWeek, lastWeek }) => {
    const [from, to] = [at(firstWeek), at(lastWeek)];
    return from === undefined || to === undefined ? [] : [{ number, from, to }];
  });
  return { spans, labels: sideBySide(spans, width, em) };
}

type Group = { first: number; last: number; x: number };

function sideBySide(spans: readonly NoteSpan[], width: number, em: number): NoteLabel[] {
  const groups: Group[] = [];
  for (const { number, from } of spans) {
    let next: Group = { first: number, last: number, x: from };
    for (let before = groups.at(-1); before !== undefined; before = groups.at(-1)) {
      if (edges(labelOf(before, width, em)).end <= edges(labelOf(next, width, em)).start) break;
      groups.pop();
      next = { first: before.first, last: next.last, x: (before.x + next.x) / 2 };
    }
    groups.push(next);
  }
  return groups.map((group) => labelOf(group, width, em));
}

function labelOf({ first, last, x }: Group, width: number, em: number): NoteLabel {
  const text = first === last ? String(first) : `${first}–${last}`;
  const own = (text.length * digit + padding) * em;
  return { text, x: Math.min(Math.max(x, own / 2), width - own / 2), width: own };
}

function edges({ x, width }: NoteLabel): { start: number; end: number } {
  return { start: x - width / 2, end: x + width / 2 };
}
