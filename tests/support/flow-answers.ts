import type {
  Ageing,
  AgeingAnswer,
  Lane,
  LanesAnswer,
  MeasureId,
  ResolvedView,
  ScatterAnswer,
  Stretch,
  TeamMultiplesAnswer,
  TeamPanel,
} from '../../server/contract/index.ts';
import { metricById } from '../../server/metrics/register.ts';
import { seededRandom } from './random-history.ts';

/** Made-up answers of the flow page's own figures, typed by the contract. */

const dataUntil = '2026-11-21T03:12:00Z';
const around = (asked: ResolvedView, generation: number) => ({
  asked,
  dataUntil,
  generation,
  demo: false,
  warnings: [],
});

const about = {
  name: 'The phases of a change',
  formula: 'Calendar hours of each phase.',
  unit: 'hours',
  minimum: 'five pull requests',
  emptyMeans: 'Nothing went through it. This is not zero hours.',
  limits: ['Medians of phases do not add up.'],
};

function stretch(part: Stretch['part'], value: number, n: number): Stretch {
  const span = { whole: ['11-24', '11-15'], before: ['11-24', '05-03'], after: ['05-04', '11-15'] }[part];
  const [from, to] = [`2025-${span[0]}`, `2026-${span[1]}`];
  const since = part === 'after' ? `2026-${span[0]}` : from;
  return { part, from: since, to, state: 'value', value, low: value * 0.4, high: value * 2, n, of: n + 20 };
}

const phases = [
  { measure: 'coding-time', name: 'Coding', meaning: 'first commit to ready', hours: 4 },
  { measure: 'pickup-time', name: 'Pickup', meaning: 'ready to first human review', hours: 7 },
  { measure: 'review-time', name: 'Review', meaning: 'first review to last approval', hours: 9 },
  { measure: 'merge-time', name: 'Merge', meaning: 'last approval to merge', hours: 2 },
  { measure: 'deploy-time', name: 'Deploy', meaning: 'merge to deployment', hours: 30 },
] as const;

/** Where a day is chosen: pickup is better, deploy worse, and nothing is clear of the others. */
function changeOf(measure: MeasureId): NonNullable<Lane['change']> {
  const percent = { value: -30, low: -41, high: -18 };
  if (measure === 'pickup-time') {
    const [short, range] = ['2.1 hours less: better', 'likely 18 % to 41 % less'];
    const clear = { verdict: 'clear', way: 'less', judged: 'better', amount: '2.1 hours' } as const;
    return { ...clear, percent, short, range, sentence: `Pickup takes ${short}` };
  }
  if (measure === 'deploy-time') {
    const [short, range] = ['9 hours more: worse', 'likely 12 % to 44 % more'];
    const clear = { verdict: 'clear', way: 'more', judged: 'worse', amount: '9 hours' } as const;
    return {
      ...clear,
      percent: { value: 28, low: 12, high: 44 },
      short,
      range,
      sentence: `Deploy takes ${short}`,
    };
  }
  const [short, range] = ['no clear difference', 'likely 12 % less to 9.5 % more'];
  const none = { verdict: 'no-clear-difference', way: null, judged: null, amount: null } as const;
  return { ...none, percent: { value: -1, low: -12, high: 9.5 }, short, range, sentence: short };
}

export function lanesAnswer(
  asked: ResolvedView,
  change: Partial<LanesAnswer['data']> = {},
  generation = 4,
): LanesAnswer {
  const parted = asked.since !== null;
  const lanes = phases.map(({ hours, ...phase }): Lane => {
    const parts = parted
      ? [stretch('before', hours, 420), stretch('after', hours * 0.7, 510)]
      : [stretch('whole', hours, 930)];
    return { ...phase, unknowable: null, parts, change: parted ? changeOf(phase.measure) : null };
  });
  return {
    ...around(asked, generation),
    data: {
      finding: parted
        ? 'Since 4 May 2026, pickup takes 2.1 hours less and deploy takes 9 hours more'
        : 'Deploy takes longest: half within 30 hours; next is review, 9 hours',
      howToRead: 'Line: median. Pale bar: the middle half of pull requests.',
      description: 'The phases of a change, median of each, never added up.',
      coverage: '950 merged pull requests. Known of them: coding 98 %.',
      n: 950,
      unknowable: null,
      about,
      unit: 'hours',
      lanes,
      ...change,
    },
  };
}

function definitionOf(measure: MeasureId) {
  const metric = metricById(measure);
  if (metric === null) throw new Error(`There is no measure ${measure}.`);
  return metric.definition;
}

export function scatterAnswer(
  measure: MeasureId,
  asked: ResolvedView,
  change: Partial<ScatterAnswer['data']> = {},
  generation = 4,
): ScatterAnswer {
  const random = seededRandom(5);
  const days = Array.from({ length: 300 }, () => Math.floor(random() * 364)).sort((a, b) => a - b);
  return {
    ...around(asked, generation),
    data: {
      finding: 'One in seven took longer than 4 days, 4 times the median',
      howToRead: 'A dot is a merged pull request. 300 of 1,204 are shown, always the same.',
      description: '300 merged pull requests by day and hours, on a logarithmic scale.',
      coverage: 'All 1,204 merged pull requests.',
      n: 1204,
      unknowable: null,
      definition: definitionOf(measure),
      from: '2025-11-17',
      to: '2026-11-15',
      marks: {
        repository: days.map((_, mark) => mark % 2),
        number: days.map((_, mark) => mark + 1),
        day: days,
        hours: days.map(() => Math.round(100 * Math.exp(6 * random() - 1)) / 100),
      },
      repositories: ['git:/srv/clones/uptake', 'git:/srv/clones/report-archive'],
      p50: 24,
      p85: 96,
      ...change,
    },
  };
}

export function ageingAnswer(
  asked: ResolvedView,
  change: Partial<Ageing> = {},
  generation = 4,
): AgeingAnswer {
  return {
    ...around(asked, generation),
    data: {
      finding: '7 of 31 open pull requests are two weeks old or older, most of them waiting for review',
      howToRead: 'Open pull requests where the data end.',
      description: 'Open pull requests by age and by what they wait for.',
      coverage: 'All 31 open pull requests.',
      n: 31,
      unknowable: null,
      about: { ...about, name: 'Age of open work' },
      bands: [
        { age: 'under-1d', name: 'Under a day', hours: 0 },
        { age: '3d-7d', name: '1 to 7 days', hours: 24 },
        { age: '1w-2w', name: '1 to 2 weeks', hours: 168 },
        { age: '2w-4w', name: 'Over 2 weeks', hours: 336 },
      ],
      states: [
        { waiting: 'draft', name: 'Still a draft', counts: [1, 2, 0, 1] },
        { waiting: 'review', name: 'Awaits review', counts: [3, 6, 2, 5] },
        { waiting: 'in-review', name: 'In review', counts: [1, 4, 1, 0] },
        { waiting: 'approved', name: 'Approved', counts: [2, 1, 1, 1] },
      ],
      oldest: [
        {
          id: 'github:github.com/acme/shop#12',
          name: 'acme/shop#12',
          waiting: 'review',
          age: '43 days',
          words: 'open for 43 days, waiting for a first human review',
        },
      ],
      ...change,
    },
  };
}

export function teamMultiplesAnswer(
  measure: MeasureId,
  asked: ResolvedView,
  change: Partial<TeamMultiplesAnswer['data']> = {},
  generation = 4,
): TeamMultiplesAnswer {
  const random = seededRandom(9);
  const monday = Date.UTC(2025, 10, 17);
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const periods = Array.from({ length: 26 }, (_, place) => ({
    from: day(monday + place * 14 * 86_400_000),
    to: day(monday + (place * 14 + 13) * 86_400_000),
  }));
  const panel = (team: string | null, name: string): TeamPanel => ({
    team,
    name,
    values: periods.map((_, place) => (place === 7 ? null : Math.round(15 + 20 * random()))),
    counts: periods.map((_, place) => (place === 7 ? 2 : 14)),
    parts:
      asked.since === null
        ? [stretch('whole', 22, 350)]
        : [stretch('before', 24, 170), stretch('after', 20, 180)],
  });
  return {
    ...around(asked, generation),
    data: {
      finding: 'Time to merge of 2 teams: median from 18 to 22 hours',
      howToRead: 'All teams on one scale, by name. A point is 2 weeks.',
      description: 'Time to merge by team, by name.',
      coverage: 'All 1,204 merged pull requests.',
      n: 1204,
      unknowable: null,
      definition: definitionOf(measure),
      weeks: 2,
      periods,
      panels: [panel('payments', 'Payments'), panel('search', 'Search'), panel(null, 'Others')],
      ...change,
    },
  };
}
