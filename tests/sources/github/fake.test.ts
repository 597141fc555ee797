import { describe, expect, test } from 'vitest';
import { bot, user } from '../../support/github/account.ts';
import { ask } from '../../support/github/ask.ts';
import type { FakeGithub } from '../../support/github/fake-github.ts';
import { pullRequest } from '../../support/github/pull-request.ts';
import { acme, shop, startedGithub } from '../../support/github/started.ts';

const page = `query Page($first: Int!, $after: String, $field: IssueOrderField = UPDATED_AT, $direction: OrderDirection = DESC) {
  repository(owner: "acme", name: "shop") {
    pullRequests(first: $first, after: $after, orderBy: {field: $field, direction: $direction}) {
      totalCount pageInfo { hasNextPage endCursor } nodes { number }
    }
  }
}`;

/** The numbers of all pages, one after another; `between` happens after each. */
async function walked(fake: FakeGithub, variables: object, between = () => {}): Promise<number[]> {
  const numbers: number[] = [];
  let after: unknown = null;
  for (;;) {
    const reply = await ask(fake, page, { first: 2, ...variables, after });
    const nodes = reply.at('repository', 'pullRequests', 'nodes');
    if (!Array.isArray(nodes)) throw new Error(reply.text);
    numbers.push(...nodes.map(({ number }: { number: number }) => number));
    if (reply.at('repository', 'pullRequests', 'pageInfo', 'hasNextPage') !== true) return numbers;
    after = reply.at('repository', 'pullRequests', 'pageInfo', 'endCursor');
    between();
  }
}

function fiveDays() {
  return [1, 2, 3, 4, 5].map((number) => pullRequest({ number, updatedAt: `2025-03-0${number}T00:00:00Z` }));
}

describe('The fake GitHub', () => {
  test('refuses what the published schema does not have', async () => {
    const fake = await startedGithub({ organisations: [acme(shop())] });
    const unknown = await ask(fake, '{ viewer { login favouriteColour } }');
    expect(unknown.errors[0]?.message).toMatch(/favouriteColour/);
    expect(unknown.at('viewer')).toBeUndefined();
    const mistyped = await ask(
      fake,
      'query($n: String!) { repository(owner: "acme", name: "shop") { pullRequest(number: $n) { id } } }',
    );
    expect(mistyped.errors[0]?.message).toMatch(/"\$n" of type "String!"/);
    const cut = await ask(fake, '{ viewer {');
    expect(cut.errors[0]?.message).toMatch(/Syntax Error/);
  });

  test('says so when it does not serve a field or heed an argument, and does not answer null', async () => {
    const fake = await startedGithub({ organisations: [acme(shop({ pullRequests: fiveDays() }))] });
    const field = await ask(fake, '{ repository(owner: "acme", name: "shop") { name homepageUrl } }');
    expect(field.errors.map(({ message }) => message)).toContainEqual(
      'The fake GitHub does not serve Repository.homepageUrl',
    );
    const filter =
      '{ repository(owner: "acme", name: "shop") { pullRequests(first: 1, labels: ["x"]) { totalCount } } }';
    expect((await ask(fake, filter)).errors[0]?.message).toMatch(/does not heed the argument labels/);
  });

  test('shifts none when others move to the top or come in between two pages', async () => {
    const repository = shop({ pullRequests: fiveDays() });
    const fake = await startedGithub({ organisations: [acme(repository)] });
    expect(await walked(fake, {})).toEqual([5, 4, 3, 2, 1]);
    const [first, , , fourth] = repository.pullRequests;
    const afterPage: (() => void)[] = [
      // The last of the page that was just read, which its cursor was made of, and a new one.
      () => {
        if (fourth) fourth.updatedAt = '2025-04-01T00:00:00Z';
        repository.pullRequests.push(pullRequest({ number: 6, updatedAt: '2025-04-02T00:00:00Z' }));
      },
      // One that was still to come.
      () => {
        if (first) first.updatedAt = '2025-04-03T00:00:00Z';
      },
    ];
    expect(await walked(fake, {}, () => afterPage.shift()?.())).toEqual([5, 4, 3, 2]);
    expect(await walked(fake, {})).toEqual([1, 6, 4, 5, 3, 2]);
  });

  test('answers in both orders and directions, and counts the whole', async () => {
    const fake = await startedGithub({ organisations: [acme(shop({ pullRequests: fiveDays() }))] });
    expect(await walked(fake, { direction: 'ASC' })).toEqual([1, 2, 3, 4, 5]);
    expect(await walked(fake, { field: 'CREATED_AT', direction: 'DESC' })).toEqual([5, 4, 3, 2, 1]);
    const first = await ask(fake, page, { first: 2 });
    expect(first.at('repository', 'pullRequests', 'totalCount')).toBe(5);
    const wrong = await ask(fake, page, { first: 2, after: 'nonsense' });
    expect(wrong.errors[0]).toMatchObject({ type: 'INVALID_CURSOR_ARGUMENTS' });
  });

  test('pages what is nested, and leads back to it by its id', async () => {
    const commits = Array.from({ length: 5 }, (_, at) => ({
      ...pullRequest({ number: at + 1 }).commits[0],
    }));
    const one = pullRequest({ number: 1 });
    one.commits = commits.flatMap((commit, at) =>
      one.commits[0] ? [{ ...one.commits[0], ...commit, oid: String(at) }] : [],
    );
    const fake = await startedGithub({ organisations: [acme(shop({ pullRequests: [one] }))] });
    const fields =
      'id commits(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { commit { oid } } }';
    const top = await ask(
      fake,
      `query($after: String) { repository(owner: "acme", name: "shop") { pullRequest(number: 1) { ${fields} } } }`,
    );
    const at = (...keys: (string | number)[]) => top.at('repository', 'pullRequest', ...keys);
    expect(at('commits', 'totalCount')).toBe(5);
    const variables = { ids: [at('id')], after: at('commits', 'pageInfo', 'endCursor') };
    const more = await ask(
      fake,
      `query($ids: [ID!]!, $after: String) { nodes(ids: $ids) { ... on PullRequest { ${fields} } } }`,
      variables,
    );
    expect(more.at('nodes', 0, 'commits', 'nodes')).toEqual([
      { commit: { oid: '3' } },
      { commit: { oid: '4' } },
    ]);
    expect(more.at('nodes', 0, 'commits', 'pageInfo', 'hasNextPage')).toBe(false);
  });

  test('tells people from apps and from accounts that are gone', async () => {
    const pullRequests = [user('ada'), bot('dependabot'), null].map((author, at) =>
      pullRequest({ number: at + 1, author, ...(author ? { assignees: [author] } : {}) }),
    );
    const fake = await startedGithub({ organisations: [acme(shop({ pullRequests }))] });
    const reply = await ask(
      fake,
      `{ repository(owner: "acme", name: "shop") { pullRequests(first: 3) {
        nodes { author { __typename login ... on User { name } } assignees(first: 5) { nodes { login } } }
      } } }`,
    );
    expect(reply.at('repository', 'pullRequests', 'nodes')).toEqual([
      { author: { __typename: 'User', login: 'ada', name: 'ada' }, assignees: { nodes: [{ login: 'ada' }] } },
      { author: { __typename: 'Bot', login: 'dependabot' }, assignees: { nodes: [] } },
      { author: null, assignees: { nodes: [] } },
    ]);
  });

  test('compares a branch with a commit: behind it, and beside it', async () => {
    const day = (number: number) => `2025-03-0${number}T00:00:00Z`;
    const repository = shop({
      defaultBranch: { name: 'main', oid: 'c' },
      graph: {
        a: { parents: [], committedDate: day(1) },
        b: { parents: ['a'], committedDate: day(2) },
        c: { parents: ['b'], committedDate: day(3) },
        x: { parents: ['b'], committedDate: day(4) },
        y: { parents: ['x'], committedDate: day(5) },
      },
    });
    const fake = await startedGithub({ organisations: [acme(repository)] });
    const compared = async (head: string) => {
      const reply = await ask(
        fake,
        `query($head: String!) { repository(owner: "acme", name: "shop") { defaultBranchRef { name target { oid }
          compare(headRef: $head) { status aheadBy behindBy
            commits(first: 1) { totalCount nodes { oid parents(first: 1) { nodes { oid committedDate } } } } } } } }`,
        { head },
      );
      return reply.at('repository', 'defaultBranchRef', 'compare');
    };
    expect(await compared('a')).toMatchObject({ status: 'BEHIND', aheadBy: 0, behindBy: 2 });
    expect(await compared('c')).toMatchObject({ status: 'IDENTICAL', aheadBy: 0, behindBy: 0 });
    expect(await compared('nowhere')).toBeNull();
    expect(await compared('y')).toEqual({
      status: 'DIVERGED',
      aheadBy: 2,
      behindBy: 1,
      commits: {
        totalCount: 2,
        nodes: [{ oid: 'x', parents: { nodes: [{ oid: 'b', committedDate: day(2) }] } }],
      },
    });
  });
});
