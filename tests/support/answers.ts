import type {
  Choices,
  ChoicesAnswer,
  MeasureId,
  Point,
  ResolvedView,
  Series,
  SeriesAnswer,
  Status,
  StatusAnswer,
} from '../../server/contract/index.ts';
import type { Metric } from '../../server/metrics/definition.ts';
import { metricById } from '../../server/metrics/register.ts';
import { howToRead } from '../../server/report/reading.ts';
import { coverage } from '../../server/words/coverage.ts';

/** Made-up answers, typed by the contract, for states of the pages that real data reach only by accident. */

const dataUntil = '2026-11-21T03:12:00Z';
const lastMonday = Date.UTC(2026, 10, 16);
const day = 86_400_000;

const uptake = {
  id: 'git:/srv/clones/uptake',
  name: 'uptake',
  source: 'git',
  coveredUntil: dataUntil,
  pullRequests: 1487,
  limits: ['Reviews, drafts and open work are unknown in a clone.'],
};

const archive = {
  ...uptake,
  id: 'git:/srv/clones/report-archive',
  name: 'report-archive',
  pullRequests: 611,
  limits: [
    'Reviews, drafts and open work are unknown in a clone.',
    'Squash merges leave no commits: the cycle time of 206 pull requests is unknown.',
  ],
};

export function statusAnswer(change: Partial<Status> = {}, generation = 4): StatusAnswer {
  return {
    asked: {},
    dataUntil,
    generation,
    demo: false,
    warnings: [],
    data: {
      version: '0.1.0',
      dataLine: 'Data to Sat 21 Nov 2026, 03:12.',
      repositories: [uptake, archive],
      projects: [],
      running: null,
      failed: null,
      ...change,
    },
  };
}

/** No teams, and every repository may be asked for, unless the test says otherwise. */
export function choicesAnswer(change: Partial<Choices> = {}, generation = 4): ChoicesAnswer {
  return {
    asked: { window: '52w', from: null, to: null },
    dataUntil,
    generation,
    demo: false,
    warnings: [],
    data: { teams: [], repositories: [], marks: [], placing: '', ...change },
  };
}

/** The same organisation as GitHub tells of it. */
export const forgeRepositories: Status['repositories'] = ['shop', 'till', 'site'].map((name) => ({
  ...uptake,
  id: `github:github.com/acme/${name}`,
  name: `acme/${name}`,
  source: 'github',
  limits: [],
}));

function metricOf(measure: MeasureId): Metric {
  const metric = metricById(measure);
  if (metric === null) throw new Error(`There is no measure ${measure}.`);
  return metric;
}

const findings: Record<MeasureId, string> = {
  'cycle-time':
    'Half of pull requests merged within 34 hours of their first commit; 37 in the 12 weeks before',
  'time-to-merge': 'Half of pull requests merged within 26 hours of opening; 29 in the 12 weeks before',
  'coding-time':
    'Half of pull requests were ready for review within 6 hours of their first commit; 5.5 in the 12 weeks before',
  'pickup-time':
    'Half of pull requests waited at most 5 hours for a first human review; 7 in the 12 weeks before',
  'review-time': 'Half of pull requests were in review for at most 9 hours; 11 in the 12 weeks before',
  'merge-time':
    'Half of pull requests with an approval merged within 2 hours of it; 2.5 in the 12 weeks before',
  'deploy-time':
    'Half of pull requests were deployed within 16 hours of their merge; 15 in the 12 weeks before',
  'lead-time-for-changes':
    'Half of pull requests were deployed within 2.1 days of their first commit; 2.2 in the 12 weeks before',
  'merged-per-person':
    '1.4 pull requests per person merged a week in the last 12 full weeks; 1.2 in the 12 weeks before',
  'work-in-progress':
    '41 pull requests were open and ready at the end of the last full week; 37 twelve weeks before',
  'issues-finished-per-person':
    '0.8 issues per person finished a week in the last 12 full weeks; 0.7 in the 12 weeks before',
  'issues-finished': '412 issues finished in the last 12 full weeks; 380 in the 12 weeks before',
  'issue-lead-time': 'Half of issues were finished within 8 days of their creation; 9 in the 12 weeks before',
  'issue-cycle-time':
    'Half of issues were finished within 2.1 days of their start; 2.4 in the 12 weeks before',
  'flow-efficiency':
    'Half of issues were in hand for at most 19 % of the time from start to finish; 18 % in the 12 weeks before',
  'issues-in-progress':
    '224 issues were in progress at the end of the last full week; 210 twelve weeks before',
  'age-of-issues-in-progress':
    'Half of issues in progress had been so for at most 9 days at the end of the last full week; 8 twelve weeks before',
  'age-of-open-work':
    'Half of open pull requests were at most 3.2 days old at the end of the last full week; 2.8 twelve weeks before',
  'merged-pull-requests': '399 merged in the last 12 full weeks; 366 in the 12 weeks before',
  'batch-size': 'Half of pull requests changed at most 140 lines; 130 in the 12 weeks before',
  'ai-marked-share':
    '29 % of merged pull requests were AI-marked in the last 12 full weeks; 28 % in the 12 weeks before',
  'ai-assisted-throughput':
    '118 pull requests merged with a mark of AI in the last 12 full weeks; 102 in the 12 weeks before',
  'ai-line-share': '62 % of added lines were by AI where git-ai tells in the last 12 full weeks',
  'revert-rate': '3 % of merged pull requests were reverted within 21 days in the 12 weeks to 25 Oct 2026',
  'hotfix-rate':
    '4 % of merged pull requests were followed by a hotfix within 7 days in the 12 weeks to 8 Nov 2026',
  'rework-share': '12 % of new lines were changed again within 21 days in the 12 weeks to 25 Oct 2026',
  'reopened-issues': '3 % of finished issues were reopened within 30 days in the 12 weeks to 18 Oct 2026',
  'bugs-linked':
    '2 % of merged pull requests were linked with a bug within 30 days in the 12 weeks to 18 Oct 2026',
  'merged-without-review':
    '9 % of merged pull requests were merged without an independent review in the last 12 full weeks',
  'large-pull-requests': '7 % of merged pull requests were of more than 400 lines in the last 12 full weeks',
  'review-time-per-100-lines': 'Review took 3.7 hours per 100 lines in the last 12 full weeks',
  'review-rounds':
    '15 % of merged pull requests were in more than one round of review in the last 12 full weeks',
  'review-comments-per-100-lines': 'Reviewers wrote 1.2 comments per 100 lines in the last 12 full weeks',
  'ci-first-pass-rate':
    '82 % of merged pull requests were green on the first run of their checks in the last 12 full weeks',
};

const weeksOf: Record<ResolvedView['window'], number> = {
  '12w': 12,
  '26w': 26,
  '52w': 52,
  '104w': 104,
  all: 140,
};
const statFactor: Record<ResolvedView['stat'], number> = { p50: 1, p75: 1.75, p85: 2.35 };

/** The same numbers on every run: a small linear congruential generator. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function point(measure: MeasureId, asked: ResolvedView, back: number, random: () => number): Point {
  const week = new Date(lastMonday - back * 7 * day).toISOString().slice(0, 10);
  const running = back === 0;
  const edge = { open: 0, people: null, young: running, running };
  const ease = 1 / (1 + Math.exp((back - 20) / 4));
  const share = asked.repo === null ? 1 : 0.6;
  const merged = Math.round((running ? 0.6 : 1) * share * (19 + 9 * ease + 9 * random()));
  const spread = random();
  if (measure === 'merged-pull-requests') {
    const value = back === 47 ? 0 : back === 46 ? 3 : merged;
    return { week, state: 'value', value, low: null, high: null, n: value, of: value, ...edge };
  }
  const nothing = { week, value: null, low: null, high: null, ...edge };
  if (back === 47) return { ...nothing, state: 'empty', n: 0, of: 0 };
  if (back === 46 || back === 33 || back === 31) return { ...nothing, state: 'too-few', n: 3, of: 5 };
  const middle =
    measure === 'batch-size' ? 96 + 46 * ease + 40 * (spread - 0.5) : 47 - 15 * ease + 9 * (spread - 0.5);
  const banded = asked.stat === 'p50';
  const low = 0.32 + 0.08 * random();
  const high = (back === 9 || back === 26 ? 5 : 1.62) + 0.4 * random();
  return {
    week,
    state: 'value',
    value: middle * statFactor[asked.stat],
    low: banded ? middle * low : null,
    high: banded ? middle * high : null,
    n: merged - Math.floor(3 * spread),
    of: merged,
    ...edge,
  };
}

export function usualPoints(measure: MeasureId, asked: ResolvedView): Point[] {
  const random = noise(measure.length * 97 + 11);
  const all = Array.from({ length: 141 }, (_, index) => point(measure, asked, 140 - index, random));
  return all.slice(-weeksOf[asked.window] - 1);
}

/** One measure as the server would answer it, with any part of it changed. */
export function seriesAnswer(
  measure: MeasureId,
  asked: ResolvedView,
  change: Partial<Series> = {},
  generation = 4,
): SeriesAnswer {
  const metric = metricOf(measure);
  const { definition } = metric;
  const points = change.points ?? usualPoints(measure, asked);
  const full = points.filter(({ running }) => !running);
  const n = full.reduce((sum, each) => sum + (each.state === 'value' ? each.n : 0), 0);
  const of = full.reduce((sum, each) => sum + each.of, 0);
  return {
    asked,
    dataUntil,
    generation,
    demo: false,
    warnings: [],
    data: {
      definition,
      finding: findings[measure],
      howToRead: howToRead(metric, asked),
      description: `${definition.name} by week over ${full.length} full weeks. It ends lower than it began.`,
      coverage: coverage(n, of, 'merged pull request', [{ count: of - n, why: 'without known commits' }]),
      n,
      unknowable: null,
      leftOut: [
        { reason: 'direct-push', count: 312, sentence: '312 direct pushes, which never were a pull request' },
        { reason: 'automation', count: 48, sentence: '48 pull requests by automation' },
      ],
      points,
      ...change,
    },
  };
}

/** Weeks of three pull requests, and some without any; a count is a count all the same. */
export function tooFew(measure: MeasureId, asked: ResolvedView): SeriesAnswer {
  if (measure === 'merged-pull-requests') return seriesAnswer(measure, asked);
  const points = usualPoints(measure, asked).map((point, index): Point => {
    const nothing = { ...point, value: null, low: null, high: null };
    return index % 4 === 0
      ? { ...nothing, state: 'empty', n: 0, of: 0 }
      : { ...nothing, state: 'too-few', n: 3, of: 4 };
  });
  return seriesAnswer(measure, asked, { finding: 'Too few finished pull requests to say', points });
}

/** Deployments that nobody has set up. */
export function notSetUp(measure: MeasureId, asked: ResolvedView): SeriesAnswer {
  const points = usualPoints(measure, asked).map(
    (point): Point => ({ ...point, state: 'empty', value: null, low: null, high: null, n: 0 }),
  );
  return seriesAnswer(measure, asked, {
    unknowable: 'not-set-up',
    finding: 'Deployments are not set up',
    howToRead: 'Name what counts as deployed with the key deployed: under the GitHub source in uptake.yaml.',
    points,
  });
}
