import { expect, test } from 'vitest';
import { derive } from '../../server/ingest/derive.ts';
import { deriveDeployments } from '../../server/ingest/derive-deployments.ts';
import type { BranchPlace } from '../../server/model/branch-place.ts';
import { USUAL_DELIVERY_RULES } from '../../server/model/delivery.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import type { PullRequest } from '../../server/model/pull-request.ts';
import type { Repository } from '../../server/model/repository.ts';
import type { Store } from '../../server/store/open.ts';
import { issue, project, vocabulary } from '../support/issues.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { commit, forgeDetails, pullRequest, repository } from '../support/rows.ts';

const web: Repository = {
  ...repository,
  id: 'github:example.com/acme/web',
  name: 'acme/web',
  source: 'github',
  externalId: 'R_1',
  deployedBy: 'releases',
};
const begin = Date.UTC(2026, 2, 1, 12);
const quiet = () => undefined;

const merged = (number: number, over: Partial<PullRequest> = {}): PullRequest =>
  pullRequest(number, {
    id: `${web.id}#${number}`,
    repositoryId: web.id,
    openedAt: begin + number * DAY - HOUR,
    mergedAt: begin + number * DAY,
    mergeSha: shaOf(number),
    landedShas: [],
    forge: forgeDetails(),
    ...over,
  });
const shaOf = (number: number) => `${number}`.padStart(2, '0').repeat(20);
/** Made at one and the same second, as a rebase does. */
const mergeCommit = (number: number, reverts: readonly string[] = []) =>
  commit(shaOf(number), { repositoryId: web.id, parents: null, committedAt: begin, reverts });
const deployment = (number: number) => ({
  ...{ id: `${web.id}!release:${number}`, repositoryId: web.id, via: 'releases', sha: shaOf(number) },
  ...{ succeededAt: begin + number * DAY + HOUR, containsSha: null, containsUntil: begin },
});
const place = (number: number): BranchPlace => ({
  ...{ repositoryId: web.id, sha: shaOf(number), position: number - 90 },
  ...{ committedAt: begin, first: number === 1 },
});
const numbers = [1, 2, 3, 4, 5];

async function measure(store: Store) {
  await derive(store, HOLDER, 'UTC', quiet);
  await deriveDeployments(store, HOLDER, { rules: USUAL_DELIVERY_RULES, exceptions: [] }, quiet);
  const { facts } = await store.delivery();
  return facts.map(({ id, failedBy, rework, pullRequests }) => {
    return [Number(id.split(':').at(-1)), pullRequests, failedBy, rework];
  });
}

test('places on the branch that come later than deployments measure anew what these contain', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, web, {
    pullRequests: numbers.map((number) => merged(number)),
    commits: numbers.map((number) => mergeCommit(number)),
    deployments: numbers.map((number) => deployment(number)),
  });
  expect((await measure(store)).map(([, brought]) => brought)).toEqual([0, 0, 0, 0, 0]);
  await store.writeRows(HOLDER, web, { branch: { places: numbers.map(place) } });
  expect((await measure(store)).map(([, brought]) => brought)).toEqual([0, 1, 1, 1, 1]);
  expect(await store.stored.branchKnown(web.id)).toMatchObject({
    newest: { sha: shaOf(5), position: -85 },
    oldest: { sha: shaOf(1), first: true },
    firstDeployedAt: begin + DAY + HOUR,
  });
  // The branch was rewritten above the third: what has lost its place is told by its date again.
  await store.writeRows(HOLDER, web, { branch: { places: [], keepUntil: -87 } });
  expect(await store.stored.branchPositions(web.id, [shaOf(3), shaOf(4)])).toEqual(
    new Map([[shaOf(3), -87]]),
  );
  expect((await measure(store)).map(([, brought]) => brought)).toEqual([0, 1, 1, 0, 0]);
});

test('a revert by the short id of a commit, and an issue that is an incident, tell which deployments failed', async () => {
  const store = await openTestStore();
  const vocabularyOfIncidents = {
    ...vocabulary,
    types: [...vocabulary.types, { id: '102', name: 'incident', level: 'standard' as const }],
  };
  await store.writeVocabulary(HOLDER, vocabularyOfIncidents);
  const incident = issue(1, { typeId: '102', createdAt: begin + 2 * DAY + 5 * HOUR });
  await store.writeIssues(HOLDER, project, { issues: [incident, issue(2)] });
  const over: Record<number, Partial<PullRequest>> = {
    4: { title: 'SHOP-1 mend it' },
    5: { title: 'SHOP-2 go on' },
  };
  await store.writeRows(HOLDER, web, {
    pullRequests: numbers.map((number) => merged(number, over[number])),
    commits: numbers.map((number) => mergeCommit(number)),
    deployments: numbers.map((number) => deployment(number)),
    branch: { places: numbers.map(place) },
  });
  expect(await measure(store)).toEqual([
    [1, 0, null, null],
    [2, 1, 'incident', null],
    [3, 1, null, null],
    [4, 1, null, 'incident'],
    [5, 1, null, null],
  ]);
  await store.writeRows(HOLDER, web, {
    pullRequests: [merged(5, { landedShas: [shaOf(5)] })],
    commits: [mergeCommit(5, [shaOf(4).slice(0, 9)])],
  });
  expect((await measure(store)).slice(-2)).toEqual([
    [4, 1, 'revert', 'incident'],
    [5, 1, null, 'revert'],
  ]);
  // The tracker takes back that it was one.
  await store.writeIssues(HOLDER, project, {
    issues: [{ ...incident, typeId: '100', updatedAt: begin + 9 * DAY }],
  });
  expect((await measure(store)).map(([, , failed]) => failed)).toEqual([null, null, null, 'revert', null]);
});

test('a repository whose deployments are no longer set up has no facts of them', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, web, { deployments: numbers.map((number) => deployment(number)) });
  expect(await measure(store)).toHaveLength(5);
  const before = await store.deliveryVersion();
  await store.writeRows(HOLDER, { ...web, deployedBy: null }, {});
  expect(await measure(store)).toEqual([]);
  expect([(await store.deliveryVersion()) === before, (await store.delivery()).rules.size]).toEqual([
    false,
    0,
  ]);
});
