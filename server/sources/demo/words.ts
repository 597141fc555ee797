import { boardOf } from './board.ts';
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

export function wordsOf(organisation: Organisation, { seed, team }: Opening): Words {
  const draws = chance(seed, purpose.words);
  const number = boardOf(organisation, team).numbers.get(seed);
  return {
    what: whatItIs(draws),
    key: number === undefined ? null : `${teamAt(organisation, team).key}-${number}`,
    closes: draws.yes(0.12),
    labels: draws.yes(0.5) ? [cycled(LABELS, draws.below(LABELS.length))] : [],
  };
}

/** What a piece of work is about, in a few words. */
export function whatItIs(draws: Chance): string {
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
