import type { AdoptionFigure } from '../../contract/adoption.ts';
import type { About } from '../../contract/flow.ts';

/** "62 %"; what is not quite none or all is not said to be. */
export function percent(share: number): string {
  const whole = Math.round(100 * share);
  if (whole === 0 && share > 0) return 'under 1 %';
  return whole === 100 && share < 1 ? 'over 99 %' : `${whole} %`;
}

/** Why a figure has nothing to show, and what to do about it. */
const NOTHING = {
  early: {
    finding: 'Too early to say: the first full week is not over',
    todo: 'Choose a window with a full week, or wait for the next import.',
  },
  few: {
    finding: 'Too few people have AI-marked work, or other work, to tell them apart',
    todo: 'Ask for all teams and repositories, or for a longer window. None seen is not “no AI”.',
  },
  unmarked: {
    finding: 'No mark of AI was seen in this work',
    todo: 'Tools leave marks in commits, branches, titles, bodies and labels; many leave none. None seen is not “no AI”.',
  },
} as const;
export type Nothing = keyof typeof NOTHING;

/** What marks would be in has not been read. */
export const NO_WORK = {
  finding: 'No repository has been read, so nothing tells of marks in the work',
  todo: 'Read a repository (git or GitHub): marks of AI stand in commits and pull requests. What vendors tell of use stands by itself.',
};

/** A figure with nothing drawn. */
export function nothingToShow(
  why: Nothing | { finding: string; todo: string },
  about: About,
): AdoptionFigure {
  const { finding, todo } = typeof why === 'string' ? NOTHING[why] : why;
  return {
    ...{ finding, howToRead: todo, description: `${about.name}: nothing to show.`, about },
    ...{ coverage: 'Nothing is shown.', n: 0, cautions: [] },
    ...{ bars: [], bases: [], weeks: [], lines: [] },
  };
}

export const NONE_SEEN =
  'None seen is not “no AI”: completion in the editor leaves no mark, and marks can be switched off.';
