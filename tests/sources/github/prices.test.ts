import { describe, expect, test } from 'vitest';
import type { FakeGithub } from '../../support/github/fake-github.ts';
import { repository } from '../../support/github/repository.ts';
import { acme, startedGithub } from '../../support/github/started.ts';
import type { KeptRows } from './kept-rows.ts';
import { read } from './read.ts';
import { pullRequests, shopOf } from './shop.ts';

/** Which of the dear parts are known of the pull requests. */
function knownParts(rows: KeptRows): string[] {
  const forge = [...rows.pullRequests.values()].map((one) => one.forge);
  return (['files', 'checks', 'comments'] as const).filter((part) =>
    forge.every((one) => one?.[part] != null),
  );
}

async function started(count = 200, left = 5000): Promise<FakeGithub> {
  const fake = await startedGithub({ organisations: [acme(shopOf(count))] });
  fake.limits.graphql.spend(5000 - left);
  return fake;
}

describe('Parts of a pull request that cost extra', () => {
  test('are read without asking for prices when the walk is short', async () => {
    const fake = await started();
    const { rows } = await read(fake);
    expect(knownParts(rows)).toEqual(['files', 'checks', 'comments']);
    expect(fake.tally.operations.Price).toBeUndefined();
  });

  test('are priced by GitHub itself, for nothing, when they may be too dear', async () => {
    const fake = await started(200, 300);
    const { rows, usage } = await read(fake);
    expect(fake.tally.operations.Price).toBe(1);
    expect(knownParts(rows)).toEqual(['files', 'checks', 'comments']);
    expect(usage.points).toBe(fake.tally.points);
    expect(rows.leftOut).toEqual([]);
  });

  test('are left out, the dearest first, when the walk would take more than half of what is left, and that is said once', async () => {
    const fake = await started(200, 60);
    const { rows } = await read(fake);
    expect(knownParts(rows)).toEqual(['files', 'checks']);
    expect(rows.leftOut).toEqual([
      expect.stringMatching(
        /^Not read: comments on lines\. With them, the 200 pull requests to be read would take more than half of the \d+ points that GitHub still gives this hour\. Set ask to always/,
      ),
    ]);
  });

  test('are all left out when nothing is affordable', async () => {
    const fake = await started(200, 30);
    const { rows } = await read(fake);
    expect(knownParts(rows)).toEqual([]);
    expect(rows.leftOut.length).toBe(1);
    expect([...rows.pullRequests.values()][0]?.forge).toMatchObject({
      files: null,
      checks: null,
      comments: null,
    });
  });

  test('are read or not as the configuration says, whatever they cost', async () => {
    const fake = await started(200, 40);
    const ask = { files: 'never', checks: 'never', comments: 'always' } as const;
    const { rows } = await read(fake, { owner: 'acme', ask, patience: 0 });
    expect(fake.tally.operations.Price).toBeUndefined();
    const [first] = [...rows.pullRequests.values()];
    expect(first?.forge).toMatchObject({ files: null, checks: null, comments: [] });
  });

  test('are priced for what is left to read, not for what was read before', async () => {
    const mail = repository({ owner: 'acme', name: 'mail', databaseId: 20, pullRequests: pullRequests(5) });
    const fake = await started(200);
    const { rows } = await read(fake);
    fake.organisations[0]?.repositories.push(mail);
    fake.limits.graphql.spend(fake.limits.graphql.remaining - 50);
    await read(fake, undefined, { rows });
    expect(fake.tally.operations.Price).toBeUndefined();
    expect(rows.pullRequests.size).toBe(205);
  });
});

describe('Parts that the token may not see', () => {
  test.each([
    ['Commit.statusCheckRollup', 'check results', ['files', 'comments']],
    ['PullRequest.files', 'changed files', ['checks', 'comments']],
    ['PullRequest.reviewThreads', 'comments on lines', ['files', 'checks']],
  ])('are unknown, not none, and said once: %s', async (field, called, known) => {
    const fake = await started();
    fake.faults.refusedFields = [field];
    const { rows, failures, ended } = await read(fake);
    expect([ended, failures]).toEqual([null, []]);
    expect(rows.pullRequests.size).toBe(200);
    expect(knownParts(rows)).toEqual(known);
    expect(rows.leftOut).toEqual([
      expect.stringMatching(
        new RegExp(`^Not read: ${called}\\. The token may not see them: Resource not accessible`),
      ),
    ]);
  });

  test('may be the issues that pull requests close', async () => {
    const fake = await started(30);
    fake.faults.refusedFields = ['PullRequest.closingIssuesReferences'];
    const { rows } = await read(fake);
    expect(rows.pullRequests.size).toBe(30);
    expect(rows.leftOut).toEqual([expect.stringMatching(/^Not read: issues that pull requests close\./)]);
    expect(fake.tally.operations).toMatchObject({ PullRequests: 3 });
  });
});
