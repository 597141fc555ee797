import type { Coverage } from '../../contract/health.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import { count } from '../../words/number.ts';
import type { Held } from '../live.ts';
import { fullWeeksOf, type MeasuredPart, partOf, type Reach } from './coverage.ts';
import { type KnownPart, knownParts } from './known-parts.ts';
import { placed } from './placed.ts';

const MEASURED: readonly MeasuredPart[] = [
  { id: 'started', measure: 'issue-cycle-time', name: 'Was in progress before it was finished' },
  { id: 'statuses', measure: 'flow-efficiency', name: 'Active and waiting time are known' },
];

/** What else a finished issue has to have. */
const KNOWN: readonly KnownPart[] = [
  {
    ...{ id: 'pull-request', name: 'Linked to a pull request', column: 'pullRequests', none: 0 },
    why: 'named by no pull request',
    todo: 'Write the key of the issue, such as SHOP-12, into the name of the branch or the title of the pull request. Work without code has none, and needs none.',
  },
  {
    ...{ id: 'assignee', name: 'Assigned when it was finished', column: 'author', none: UNKNOWN },
    why: 'assigned to nobody',
    todo: 'They are placed in teams by who owns their project, where that is stated.',
  },
];

const WORDS = {
  things: 'finished issues',
  owner: 'by who owns the project',
  remedy:
    'Accounts are matched by their e-mail; where the tracker hides it, issues are placed by who owns the project.',
};

/**
 * How much of the finished issues the measures can see, of `issueSide`; null: nothing was finished in a full week. `linkable`: some
 * repository is read; else nobody can say which issues have a pull request.
 */
export function issueCoverageOf(side: Held, { selection, span }: Reach, linkable: boolean): Coverage | null {
  const asked = linkable ? KNOWN : KNOWN.filter(({ id }) => id !== 'pull-request');
  const { of, parts } = knownParts(side, selection, asked);
  if (of === 0) return null;
  return {
    sentence: `${count(of, 'issue')} that take part in measures were finished in ${fullWeeksOf(span)}.`,
    of,
    parts: [...parts, ...MEASURED.map((part) => partOf(side, part, selection, span))],
    ...placed(side, selection, WORDS),
  };
}
