import { describe, expect, test } from 'vitest';
import { normalisePullRequest } from '../../../server/sources/github/normalise.ts';
import { normaliseCommit } from '../../../server/sources/github/normalise-commit.ts';
import { GithubCommit, GithubPullRequest, reader } from '../../../server/sources/github/payload.ts';
import golden from '../../golden/github-pull-request.json' with { type: 'json' };

const REPOSITORY = 'github:github.com/acme/shop';

const read = reader(GithubPullRequest);
const readCommit = reader(GithubCommit);

function rows(raw: unknown) {
  return normalisePullRequest(REPOSITORY, 'github.com', read(raw, 'github.com'));
}

/** A payload with some fields in place of others; `absent` takes one away. */
function changed(over: object): unknown {
  const all = Object.entries({ ...golden.whole.raw, ...over });
  return Object.fromEntries(all.filter(([, value]) => value !== 'absent'));
}

describe('A pull request as GitHub sends it', () => {
  test(`becomes our rows: ${golden.whole.name}`, () => {
    const { pullRequest, commits } = rows(golden.whole.raw);
    expect(pullRequest).toEqual(golden.whole.pullRequest);
    expect(commits).toEqual(golden.whole.commits);
  });

  test.each(golden.cases)('is understood: $name', ({ over, expected }) => {
    expect(rows(changed(over)).pullRequest).toMatchObject(expected);
  });

  test('hands over a commit once that is its own and brought it in', () => {
    const [own] = golden.whole.raw.commits.nodes;
    const { commits } = rows(changed({ mergeCommit: own?.commit }));
    expect(commits.map(({ sha }) => sha[0])).toEqual(['a', 'b']);
  });

  test.each(golden.reverts)('names what a commit takes back: $name', ({ message, reverts }) => {
    const [first] = golden.whole.raw.commits.nodes;
    const raw = readCommit({ ...first?.commit, message }, 'github.com');
    expect(normaliseCommit(REPOSITORY, raw).reverts).toEqual(reverts);
  });

  test.each([
    ['createdAt', { createdAt: 7 }, 'createdAt must be string'],
    ['a nested field', { labels: { ...golden.whole.raw.labels, totalCount: 'two' } }, 'labels.totalCount'],
    ['a state', { state: 'LOST' }, 'state must'],
    ['no instant', { createdAt: 'yesterday' }, '"yesterday" where an instant was expected'],
  ])('of another shape is refused with the field named: %s', (_, over, says) => {
    expect(() => rows(changed(over))).toThrow(says);
    expect(() => rows(changed(over))).toThrow(expect.objectContaining({ code: 'unexpected-answer' }));
  });
});
