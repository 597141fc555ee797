import type { AiFilter, AiWork } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { number } from '../../server/words/number.ts';

/** What a row stands for: one level, or one tool; null: several together, which no list shows. */
export type AiPart = { ai: AiFilter } | { tool: string };

export type AiBar = {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** "21 % (2,551)" */
  readonly label: string;
  readonly nameY: number;
  readonly part: AiPart | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
};

export type AiPanel = {
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly bars: readonly AiBar[];
};

export type PreparedAiWork = { readonly height: number; readonly panels: readonly AiPanel[] };

/** In the units of the drawing, in which text is 12 high; a row is as high as a target has to be. */
export const ROW = 28;
const HEAD = 30;
const NAME = 150;
const LABEL = 100;
const GAP = 40;
/** Two panels side by side need this much. */
const WIDE = 760;
/** Narrower, as with text of twice the size on a phone, a bar lies below its name. */
const TIGHT = 290;

/** Levels and tools, each bar the share of all merged work on one scale that begins at 0. */
export function prepareAiWork({ levels, tools }: AiWork, width: number): PreparedAiWork {
  const most = Math.max(0.01, ...levels.map(({ share }) => share), ...tools.map(({ share }) => share));
  const beside = width >= WIDE && tools.length > 0;
  const panelWidth = beside ? (width - GAP) / 2 : width;
  const tight = width < TIGHT;
  const name = tight ? 0 : NAME;
  const pitch = tight ? 2 * ROW - 6 : ROW;
  const room = Math.max(20, panelWidth - name - LABEL);
  const heightOf = (rows: number) => HEAD + rows * pitch;
  const toolsAt = beside
    ? { x: panelWidth + GAP, y: 0 }
    : { x: 0, y: levels.length === 0 ? 0 : heightOf(levels.length) + 16 };
  const panel = (
    title: string,
    at: { x: number; y: number },
    rows: readonly { key: string; name: string; count: number; share: number; part: AiPart | null }[],
  ): AiPanel => ({
    ...{ title, ...at },
    bars: rows.map(({ share, ...row }, place) => ({
      ...row,
      label: `${amount(share, 'share')} (${number(row.count)})`,
      x: at.x + name,
      nameY: at.y + HEAD + place * pitch,
      y: at.y + HEAD + place * pitch + (tight ? ROW - 6 : 0),
      width: (room * share) / most,
    })),
  });
  const ofLevels = levels.map(({ level, ...row }) => {
    return { ...row, key: level ?? 'others', part: level === null ? null : { ai: level } };
  });
  const ofTools = tools.map(({ tool, ...row }) => {
    return { ...row, key: tool ?? 'others', part: tool === null ? null : { tool } };
  });
  const panels = [
    panel('By level', { x: 0, y: 0 }, ofLevels),
    ...(tools.length === 0 ? [] : [panel(tight ? 'By tool' : 'AI-marked, by tool', toolsAt, ofTools)]),
  ];
  const height = Math.max(heightOf(levels.length), toolsAt.y + heightOf(tools.length));
  return { height, panels };
}
