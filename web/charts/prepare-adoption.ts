import type { AdoptionBars, AdoptionLine, AdoptionRow } from '../../server/contract/index.ts';

/** In the units of the drawing, in which text is 12 high. */
export const ROW = 24;
export const HEAD = 28;
const GAP = 48;
const LETTER = 7.2;
/** A bar shorter than this says little. */
const BAR = 100;
export const LINE = 16;
/** Two panels side by side need this much; narrower than the other a name stands above its bar. */
const WIDE = 860;
const TIGHT = 460;

export type DrawnRow = AdoptionRow & {
  readonly key: string;
  readonly nameY: number;
  readonly y: number;
  /** Of a length: its end; of a difference: its dot. Null: nothing to draw. */
  readonly at: number | null;
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly labelX: number;
  readonly labelY: number;
  readonly nameLines: readonly string[];
  readonly labelLines: readonly string[];
};

export type DrawnPanel = {
  readonly title: string;
  readonly titleLines: readonly string[];
  readonly kind: AdoptionBars['kind'];
  readonly x: number;
  readonly y: number;
  readonly zero: number;
  readonly nameX: number;
  readonly rows: readonly DrawnRow[];
};

export type PreparedBars = { readonly height: number; readonly panels: readonly DrawnPanel[] };

/** Panels of rows, two or three beside each other where there is room; those of one unit on one scale, lengths from 0. */
export function prepareBars(all: readonly AdoptionBars[], width: number): PreparedBars {
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length)) * LETTER;
  const rowsOf = all.flatMap(({ rows }) => rows);
  const name = longest(rowsOf.map((row) => row.name)) + 12;
  const whole = name + longest(rowsOf.map(({ label }) => label)) + 18 + BAR;
  const three = (width - 2 * GAP) / 3;
  // A third in a row of its own would leave half of the page empty.
  const columns = all.length % 3 === 0 && three >= whole ? 3 : width >= WIDE && all.length > 1 ? 2 : 1;
  const panelWidth = (width - GAP * (columns - 1)) / columns;
  const tight = columns < 3 && panelWidth < TIGHT;
  const ends = Array.from({ length: columns }, () => 0);
  const panels = all.map((bars): DrawnPanel => {
    // The next panel stands where there is least above it.
    const column = ends.indexOf(Math.min(...ends));
    const [x, y] = [column * (panelWidth + GAP), ends[column] ?? 0];
    const label = Math.max(0, ...bars.rows.map((row) => row.label.length)) * LETTER + 10;
    const left = x + (tight ? 0 : name);
    const beside = !tight || label < panelWidth / 2;
    const linesOf = (text: string) => (tight ? wrapped(text, panelWidth) : [text]);
    const titleLines = tight ? wrapped(bars.title, 0.82 * panelWidth) : [bars.title];
    const top = y + HEAD + (titleLines.length - 1) * LINE;
    const room = Math.max(24, panelWidth - (left - x) - (beside ? label : 0) - 8);
    const scale = scaleOf(
      bars,
      all.filter(({ unit, kind }) => unit === bars.unit && kind === bars.kind),
    );
    const xOf = (value: number) => left + (room * (value - scale.from)) / (scale.to - scale.from);
    let nameY = top;
    const rows = bars.rows.map((row, place): DrawnRow => {
      const nameLines = linesOf(row.name);
      // Too long to stand beside the drawing it stands below.
      const labelLines = beside ? [row.label] : linesOf(row.label);
      const drawnY = nameY + (tight ? ROW - 6 + (nameLines.length - 1) * LINE : 0);
      const at = row.value === null ? null : xOf(row.value);
      const range = row.low === null || row.high === null ? null : { from: xOf(row.low), to: xOf(row.high) };
      const end = bars.kind === 'differences' ? left + room : Math.max(at ?? xOf(0), range?.to ?? 0);
      const drawn = {
        ...row,
        ...{ key: `${place}`, nameY, y: drawnY, at, range, nameLines, labelLines },
        labelX: beside ? end + 8 : x,
        labelY: drawnY + ROW / 2 + (beside ? 0 : ROW - 6),
      };
      nameY = beside ? drawnY + ROW + (tight ? 2 : 0) : drawnY + 2 * ROW - 4 + (labelLines.length - 1) * LINE;
      return drawn;
    });
    ends[column] = nameY + 24;
    return { ...{ title: bars.title, titleLines, kind: bars.kind, x, y, nameX: x, zero: xOf(0) }, rows };
  });
  return { height: Math.max(...ends, 0) - 16, panels };
}

/** A text in lines that fit; a word longer than one has it to itself. */
function wrapped(text: string, width: number): string[] {
  const most = Math.max(8, Math.floor(width / LETTER));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function scaleOf(bars: AdoptionBars, alike: readonly AdoptionBars[]): { from: number; to: number } {
  const values = alike.flatMap(({ rows }) =>
    rows.flatMap(({ value, low, high }) => [value, low, high].flatMap((one) => one ?? [])),
  );
  if (bars.kind === 'lengths') return { from: 0, to: bars.unit === 'share' ? 1 : Math.max(1, ...values) };
  const reach = Math.max(10, ...values.map(Math.abs));
  return { from: -reach, to: reach };
}

export type DrawnLine = {
  readonly name: string;
  readonly said: string;
  readonly path: string;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly besidePath: string | null;
  readonly start: number | null;
};

/** The height of a panel's plot, which ends at 0 and begins at the highest share of all panels. */
export const PLOT = { top: 18, bottom: 84, height: 104 } as const;

export type PreparedLines = { readonly top: number; readonly lines: readonly DrawnLine[] };

/** All panels on one scale that begins at 0. */
export function prepareLines(all: readonly AdoptionLine[], weeks: number, width: number): PreparedLines {
  const values = all.flatMap(({ values: own, beside }) =>
    [...own, ...(beside ?? [])].flatMap((one) => one ?? []),
  );
  const top = Math.min(1, Math.ceil(10 * Math.max(0.1, ...values)) / 10);
  const xOf = (week: number) => (weeks < 2 ? width / 2 : (width * week) / (weeks - 1));
  const yOf = (share: number) => PLOT.bottom - ((PLOT.bottom - PLOT.top) * share) / top;
  return {
    top,
    lines: all.map(({ name, said, values: own, beside, start }): DrawnLine => {
      const dots = own.flatMap((share, week) => {
        const isAlone =
          share !== null && (own[week - 1] ?? null) === null && (own[week + 1] ?? null) === null;
        return isAlone ? [{ x: xOf(week), y: yOf(share) }] : [];
      });
      return {
        ...{ name, said, dots, path: pathOf(own, xOf, yOf) },
        besidePath: beside === null ? null : pathOf(beside, xOf, yOf),
        start: start === null ? null : xOf(start),
      };
    }),
  };
}

/** A gap is a gap. */
function pathOf(
  values: readonly (number | null)[],
  xOf: (week: number) => number,
  yOf: (share: number) => number,
): string {
  let isOpen = false;
  return values
    .map((share, week) => {
      if (share === null) {
        isOpen = false;
        return '';
      }
      const step = `${isOpen ? 'L' : 'M'}${xOf(week).toFixed(1)} ${yOf(share).toFixed(1)}`;
      isOpen = true;
      return step;
    })
    .join('');
}
