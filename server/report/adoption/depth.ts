import type { AdoptionFigure } from '../../contract/adoption.ts';
import type { About } from '../../contract/flow.ts';
import { list } from '../../words/list.ts';
import { number } from '../../words/number.ts';
import { FEWEST } from '../too-close.ts';
import { NONE_SEEN, nothingToShow, percent } from './adoption-words.ts';
import { type AdoptionAsked, foundOnce } from './asked-adoption.ts';
import { foldedBins, mayTell, peopleRow } from './counted-people.ts';
import { practising } from './people-asked.ts';

const WEEKS = 12;
const LEAST = 4;
const ABOUT: About = {
  name: 'How deeply it is used',
  formula: `People by the share of their pull requests that are AI-marked, of those merged in the last ${WEEKS} full weeks. Neighbouring groups of fewer than ${FEWEST} people are put together.`,
  unit: 'people',
  minimum: `${LEAST} merged pull requests a person, ${FEWEST} people a group`,
  emptyMeans: `Nobody has merged ${LEAST} pull requests in these weeks.`,
  limits: [NONE_SEEN, 'It describes how work is done, not how much of it.'],
};

/** Up to which share (without, but for the last) each group reaches. */
const BINS = [
  { from: 'none seen', to: 'none seen', until: 0 },
  { from: 'under a quarter', to: 'a quarter', until: 0.25 },
  { from: 'a quarter', to: 'half', until: 0.5 },
  { from: 'half', to: 'three quarters', until: 0.75 },
  { from: 'three quarters', to: 'all', until: 1 },
] as const;

/** People by how much of their work is AI-marked. */
export const depthFigure = foundOnce((asked: AdoptionAsked): AdoptionFigure => {
  const { weeks, whose } = practising(asked);
  if (asked.few) return nothingToShow('few', ABOUT);
  if (weeks === null) return nothingToShow('early', ABOUT);
  const sum = (counts: Uint32Array) => counts.subarray(-WEEKS).reduce((all, one) => all + one, 0);
  const shares = [...weeks.people.values()]
    .map(({ all, marked }) => ({ all: sum(all), marked: sum(marked) }))
    .filter(({ all }) => all >= LEAST)
    .map(({ all, marked }) => marked / all);
  const bins = foldedBins(
    BINS.map(({ from, to, until }, place) => ({
      ...{ from, to },
      people: shares.filter(
        (share) => BINS.findIndex((bin) => share <= bin.until) === place && share <= until,
      ).length,
    })),
  );
  if (shares.length < FEWEST || bins.length === 1) return nothingToShow(TOO_FEW, ABOUT);
  const half = shares.filter((share) => share > 0.5).length;
  const rows = bins.map(({ from, to, people }) => peopleRow(nameOf(from, to), people, shares.length));
  return {
    finding: mayTell(half, shares.length)
      ? `${percent(half / shares.length)} of people have AI marks on more than half of their work`
      : shares.length < 2 * FEWEST
        ? `${shares.length} people are too few to tell how many have AI marks on more than half of their work`
        : `${half < FEWEST ? `Fewer than ${FEWEST}` : `All but fewer than ${FEWEST}`} of ${shares.length} people have AI marks on more than half of their work`,
    howToRead: `Each bar counts ${whose} by the share of their merged pull requests of the last ${WEEKS} full weeks that are AI-marked.`,
    description: `People by depth: ${list(rows.map(({ name, label }) => `${name}: ${label}`))}.`,
    coverage: `${whose} with ${LEAST} merged pull requests or more; ${number(weeks.people.size)} have any in the data.`,
    n: shares.length,
    about: ABOUT,
    cautions: [],
    bars: [{ title: 'AI-marked share of their work', kind: 'lengths', unit: 'people', rows }],
    ...{ bases: [], weeks: [], lines: [] },
  };
});

const TOO_FEW = {
  finding: 'Too few people have merged enough to tell how deeply they use it',
  todo: 'Ask for all teams, or wait for more merged work.',
};

function nameOf(from: string, to: string): string {
  if (from === to) return 'None seen';
  const first = from === 'none seen' ? 'None seen' : `${from.slice(0, 1).toUpperCase()}${from.slice(1)}`;
  return from === 'under a quarter' && to === 'a quarter' ? 'Under a quarter' : `${first} to ${to}`;
}
