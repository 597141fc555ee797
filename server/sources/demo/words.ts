import { type Chance, chance, cycled, purpose } from './chance.ts';
import type { Opening } from './opening.ts';
import { type Organisation, teamAt } from './organisation.ts';

export type Words = {
  /** Without the key of an issue. */
  what: string;
  /** `PAY-123`; null: the work names no issue. */
  key: string | null;
  /** It closes an issue of its own repository. */
  closes: boolean;
  labels: readonly string[];
};

const VERBS =
  'Add Fix Move Remove Simplify Test Rename Split Document Guard Log Cache Validate Retry Show'.split(' ');
const THINGS = [
  ...[
    'the rate limit',
    'the empty state',
    'the audit log',
    'currency rounding',
    'the import job',
    'session expiry',
  ],
  ...[
    'the retry queue',
    'page loading',
    'the address form',
    'late events',
    'the price cache',
    'the search index',
  ],
  ...[
    'feature flags',
    'the error page',
    'webhook signatures',
    'duplicate orders',
    'the health check',
    'time zones',
  ],
];
const PLACES = [
  '',
  '',
  ' of the settings page',
  ' in the nightly job',
  ' for guests',
  ' on small screens',
  ' in the API',
];
const LABELS = ['bug', 'enhancement', 'chore', 'documentation', 'performance'];
const BODIES = [
  'Small and tested.',
  'See the issue for the background.',
  'No change for users.',
  'Behind a flag for now.',
];
/** Issues that a team's tracker gains in a day. */
const ISSUES_A_DAY = 2.5;
const DAY = 86_400_000;

/** Sandboxes know few issues. */
export function wordsOf(organisation: Organisation, { seed, team, repository, at }: Opening): Words {
  const draws = chance(seed, purpose.words);
  const { key, keyed } = teamAt(organisation, team);
  const what = title(draws);
  const named = draws.yes(repository.releasedEvery === null ? 0.15 : keyed);
  const number = Math.floor((at / DAY - 19_000) * ISSUES_A_DAY) - draws.below(60);
  return {
    what,
    key: named ? `${key}-${number}` : null,
    closes: draws.yes(0.12),
    labels: draws.yes(0.5) ? [cycled(LABELS, draws.below(LABELS.length))] : [],
  };
}

function title(draws: Chance): string {
  const verb = cycled(VERBS, draws.below(VERBS.length));
  const thing = cycled(THINGS, draws.below(THINGS.length));
  return `${verb} ${thing}${cycled(PLACES, draws.below(PLACES.length))}`;
}

export function branchOf({ key, what }: Words, prefix: string): string {
  const slug = what.toLowerCase().replaceAll(' ', '-');
  if (prefix !== '') return `${prefix}${slug}`;
  return key === null ? slug : `${key.toLowerCase()}-${slug}`;
}

export function bodyOf(seed: number, lines: readonly string[]): string {
  return [cycled(BODIES, seed), ...lines].join('\n\n');
}
