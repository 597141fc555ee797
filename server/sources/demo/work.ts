import type { Account } from '../../model/account.ts';
import type { FileChange } from '../../model/commit.ts';
import type { Checks } from '../../model/pull-request.ts';
import { chance, purpose, unitOf } from './chance.ts';
import { historyOf, identityOf, sha } from './commits.ts';
import { fateOf, slownessOf } from './fate.ts';
import { type Kind, kindOf, type Landed, titleOf } from './kinds.ts';
import { markOf } from './marks.ts';
import type { Opening } from './opening.ts';
import { type Organisation, weekAt } from './organisation.ts';
import { reviewingOf } from './reviews.ts';
import { filesOf, sizeOf } from './sizes.ts';
import { idOf, type Story } from './story.ts';
import { bodyOf, branchOf, wordsOf } from './words.ts';

/** Merges by the author instead of the reviewer. */
const OWN_MERGE = 0.7;
/** Share of first pushes whose checks fail. */
const FAILS_FIRST = 0.16;
/** Half of the work stays as it is; of the rest so much is changed again, a little or nearly all. */
const REWORKED = 0.18;

/** What else is asked of a person's pull request than its opening says. */
export type Asked = { kind: Kind | null; base: string };

/**
 * One pull request of a person, or of an agent that the person sent. `numbers` gives the next number of the repository, which
 * issues and pull requests share; `landed` are those merged before, the latest last.
 */
export function workOf(
  organisation: Organisation,
  opening: Opening,
  { kind: given, base }: Asked,
  landed: readonly Landed[],
  numbers: () => number,
): Story {
  const { seed, at, person, team, repository } = opening;
  const size = sizeOf(seed);
  const kind = given ?? kindOf(organisation, opening, slownessOf(opening), landed);
  const mark = kind.is === 'work' ? markOf(organisation, opening) : null;
  const agent = mark?.agent ?? null;
  const fate = fateOf(organisation, opening, size, agent !== null);
  const words = wordsOf(organisation, opening);
  const closes = words.closes && kind.of === null ? [idOf(repository, numbers())] : [];
  const number = numbers();
  const title = titleOf(kind, words.key === null ? words.what : `${words.key} ${words.what}`, base);
  const reviewing = reviewingOf(organisation, opening, fate, {
    id: idOf(repository, number),
    agent: agent !== null,
  });
  const shaOf = (index: number) => sha(repository.seed, number, index);
  const history = historyOf(opening, {
    title,
    mark,
    logCoding: weekAt(organisation, team, at).gained.logTimeToMerge,
    notBefore: kind.of?.mergedAt ?? null,
    sentBackAt: reviewing.sentBackAt,
    until: Math.min(fate.endsAt, organisation.demo.until),
    shaOf,
  });
  const reverts = kind.is === 'revert' ? [kind.of.sha] : [];
  const user: Account = { login: person.login, kind: 'user' };
  const { reviewer } = reviewing;
  return {
    ...{ repository, number, title, base, fate, reviewing, reverts, openedAt: at },
    body: bodyOf(seed, [...answering(kind, repository.row.name), ...closing(closes), ...(mark?.body ?? [])]),
    branch:
      kind.is === 'work' ? branchOf(words, mark?.branch ?? '') : `${kind.is}-${kind.of.number}-${number}`,
    account: agent?.account ?? user,
    author: agent?.identity ?? identityOf(person, 1),
    assignees: agent?.assignees ?? (unitOf(seed, purpose.words, 1) < 0.3 ? [person.login] : []),
    labels: kind.is === 'hotfix' ? ['hotfix'] : words.labels,
    closes,
    files:
      changesOf(kind) ??
      filesOf(
        repository,
        seed,
        { size, logFactor: weekAt(organisation, team, at).logSize },
        kind.of?.files ?? [],
      ),
    commits: history.commits.map((commit, index) =>
      index === 0 && kind.is === 'revert'
        ? { ...commit, message: `${title}\n\nThis reverts commit ${kind.of.sha}.`, reverts }
        : commit,
    ),
    forcePushedAt: history.forcePushedAt,
    trailers: mark?.trailers ?? [],
    mergedBy:
      reviewer === null || unitOf(seed, purpose.review, 1) < OWN_MERGE
        ? user
        : { login: reviewer.login, kind: 'user' },
    checks: checksOf(seed, repository.releasedEvery === null),
    firstChecks: firstChecksOf(organisation, opening),
    reworked: reworkedOf(organisation, opening),
  };
}

/** A revert takes back just what landed, a back-port carries it over; null: the change is one of its own. */
function changesOf({ is, of }: Kind): readonly FileChange[] | null {
  if (is === 'back-port') return of.files;
  if (is !== 'revert') return null;
  return of.files.map(({ path, additions, deletions }) => ({
    path,
    additions: deletions,
    deletions: additions,
  }));
}

function answering(kind: Kind, name: string): string[] {
  if (kind.is === 'revert') return [`Reverts ${name}#${kind.of.number}`];
  return kind.of === null ? [] : [`Follows ${name}#${kind.of.number}`];
}

function closing(issues: readonly string[]): string[] {
  return issues.map((id) => `Closes #${id.slice(id.indexOf('#') + 1)}`);
}

/** Of the last commit; sandboxes have none. */
function checksOf(seed: number, sandbox: boolean): Checks {
  if (sandbox) return 'none';
  const unit = chance(seed, purpose.checks).unit();
  return unit < 0.9 ? 'success' : unit < 0.97 ? 'failure' : 'pending';
}

/** Of the first push: where quality has fallen as much more of it fails as has to be taken back. */
function firstChecksOf(organisation: Organisation, { seed, at, team, repository }: Opening): Checks {
  if (repository.releasedEvery === null) return 'none';
  const { reverts } = weekAt(organisation, team, at);
  return unitOf(seed, purpose.checks, 1) < FAILS_FIRST * reverts ? 'failure' : 'success';
}

/** A share; where quality has fallen it is as much larger as more has to be taken back. */
function reworkedOf(organisation: Organisation, { seed, at, team }: Opening): number {
  const draws = chance(seed, purpose.rework);
  if (draws.yes(0.5)) return 0;
  const { reverts } = weekAt(organisation, team, at);
  return Math.min(1, -REWORKED * reverts * Math.log(1 - draws.unit()));
}
