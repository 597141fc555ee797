import { describe, expect, test } from 'vitest';
import type { FakeGithub } from '../../support/github/fake-github.ts';
import { generateOrganisation } from '../../support/github/generated-organisation.ts';
import { acme, startedGithub } from '../../support/github/started.ts';
import { read } from './read.ts';
import { shopOf } from './shop.ts';

/** Sizes of the pages of pull requests asked for, in order. */
function pageSizes(fake: FakeGithub): number[] {
  return fake.tally.log
    .filter(({ operation }) => operation === 'PullRequests')
    .map(({ pageSize }) => pageSize);
}

const firsts = (sizes: readonly number[]): number[] => sizes.filter((size, at) => size !== sizes[at - 1]);

describe('Pages of pull requests', () => {
  test('cost at most 45 requests per 1,000 pull requests of which 2 % are long', async () => {
    const wanted = { seed: 5, login: 'acme', repositories: 1, pullRequests: 1000, many: 0.02 };
    const organisation = generateOrganisation({ ...wanted, from: '2026-01-05', until: '2026-11-01' });
    const fake = await startedGithub({ organisations: [organisation] });
    const { rows, usage, failures, ended } = await read(fake);
    expect([ended, failures, rows.pullRequests.size]).toEqual([null, [], 1000]);
    expect(fake.tally.operations.PullRequestsById).toBeGreaterThan(0);
    expect(usage.requests).toBe(fake.tally.requests);
    expect(usage.requests).toBeLessThanOrEqual(45);
    expect(usage.points).toBe(fake.tally.points);
  });

  test('begin with 25, and grow by a quarter after ten good ones, as long as nothing becomes dearer', async () => {
    const fake = await startedGithub({ organisations: [acme(shopOf(1100))] });
    await read(fake);
    expect(firsts(pageSizes(fake))).toEqual([25, 32, 40, 50]);
    expect(pageSizes(fake).slice(0, 11)).toEqual([...Array(10).fill(25), 32]);
  });

  test('are halved when GitHub takes too long, and never asked for again in the same size', async () => {
    const fake = await startedGithub({ organisations: [acme(shopOf(60))] });
    fake.faults.largestPage = 10;
    const { rows, failures } = await read(fake);
    expect(failures).toEqual([]);
    expect(rows.pullRequests.size).toBe(60);
    expect(firsts(pageSizes(fake)).slice(0, 3)).toEqual([25, 12, 6]);
    expect(pageSizes(fake).filter((size) => size > 10)).toEqual([25, 12]);
  });

  test.each([
    ['502', { kind: 'server-error', status: 502 } as const],
    ['504', { kind: 'server-error', status: 504 } as const],
    ['502 as JSON', { kind: 'server-error', status: 502, body: 'json' } as const],
    ['"Something went wrong"', { kind: 'resource-limit', says: 'something-went-wrong' } as const],
    ['a resource limit', { kind: 'resource-limit', says: 'limits-exceeded' } as const],
    ['a connection cut in the middle', { kind: 'cut' } as const],
    ['a connection that ends without an answer', { kind: 'reset' } as const],
    ['garbage', { kind: 'garbage' } as const],
    ['nothing', { kind: 'empty' } as const],
  ])('lose nothing by %s', async (_, fault) => {
    const fake = await startedGithub({ organisations: [acme(shopOf(60))] });
    const undisturbed = await read(fake);
    let count = 0;
    fake.faults.plan = ({ operation }) => (operation === 'PullRequests' && count++ === 1 ? fault : null);
    const waited: number[] = [];
    const disturbed = await read(fake, undefined, { outside: { waited } });
    expect(count).toBeGreaterThan(2);
    expect(disturbed.failures).toEqual([]);
    expect(disturbed.rows.dump()).toEqual(undisturbed.rows.dump());
    expect(waited).toEqual([1000]);
    expect(pageSizes(fake).slice(-5)).toEqual([25, 25, 12, 12, 12]);
  });

  test('keep their size for the next run', async () => {
    const fake = await startedGithub({ organisations: [acme(shopOf(60))] });
    fake.faults.largestPage = 10;
    const { rows } = await read(fake);
    const [shop] = fake.organisations[0]?.repositories ?? [];
    fake.tally.log = [];
    for (const one of shop?.pullRequests ?? []) one.updatedAt = '2027-01-01T00:00:00Z';
    await read(fake, undefined, { rows });
    expect(pageSizes(fake)[0]).toBe(8);
    expect(Math.max(...pageSizes(fake))).toBeLessThan(10);
  });

  test('pass over the one pull request on which GitHub fails, say so, and try it again in the next run', async () => {
    const fake = await startedGithub({ organisations: [acme(shopOf(30))] });
    const heavy = `PR_${Buffer.from('7/21').toString('base64url')}`;
    let sick = true;
    fake.faults.plan = ({ operation, variables, pageSize }) => {
      if (!sick) return null;
      if (operation === 'PullRequestsById' && JSON.stringify(variables).includes(heavy))
        return { kind: 'server-error', status: 502 };
      if (operation !== 'PullRequests') return null;
      // Numbers 30 down to 22 come before it.
      const before = variables.after === null ? 0 : positionOf(variables.after);
      return before <= 9 && before + pageSize > 9 ? { kind: 'server-error', status: 502 } : null;
    };
    const first = await read(fake);
    expect(first.failures).toEqual([]);
    expect(first.rows.pullRequests.size).toBe(29);
    const [kept] = [...first.rows.kept.values()];
    expect(kept?.end?.limits).toEqual(['Left out: 1 pull request (#21) on which GitHub fails.']);
    sick = false;
    const next = await read(fake, undefined, { rows: first.rows });
    expect(next.rows.read.pullRequests.at(-1)).toBe(`${kept?.repository.id}#21`);
    expect([...next.rows.kept.values()][0]?.end?.limits).toEqual([]);
  });

  test('end one repository, not the source, when GitHub answers nothing else of it either', async () => {
    const fake = await startedGithub({ organisations: [acme(shopOf(30))] });
    fake.faults.plan = ({ operation }) =>
      /PullRequest/.test(operation) ? { kind: 'server-error', status: 502 } : null;
    const { failures, ended } = await read(fake);
    expect(ended).toBeNull();
    expect(failures).toMatchObject([{ code: 'unanswered', message: expect.stringContaining('502') }]);
  });
});

/** How many pull requests come before a place, by the number that the fake writes into its cursors. */
function positionOf(cursor: unknown): number {
  const [, number] = JSON.parse(Buffer.from(String(cursor), 'base64').toString().replace('cursor:v2:', ''));
  return 31 - Number(number);
}
