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
