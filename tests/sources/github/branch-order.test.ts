import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/model/instant.ts';
import type { FakeGraph } from '../../support/github/repository.ts';
import { ago, deployed, deployment, started } from './delivered-shop.ts';
import type { KeptRows } from './kept-rows.ts';
import { read } from './read.ts';

const byDeployments = deployed({ from: 'deployments' });

const orderOf = (rows: KeptRows) => rows.branchOf([...rows.kept.keys()][0] ?? '').map(({ sha }) => sha);

/** A branch of so many commits, one an hour up to an hour ago: `c0` is the first. */
function line(length: number, graph: FakeGraph = {}): FakeGraph {
  for (let n = 0; n < length; n++) {
    graph[`c${n}`] = { parents: n === 0 ? [] : [`c${n - 1}`], committedDate: ago((length - n) * HOUR) };
  }
  return graph;
}

test('the default branch is read in its order, whatever the dates of its commits say', async () => {
  const graph: FakeGraph = {
    a: { parents: [], committedDate: ago(9 * HOUR) },
    // By the clock of somebody whose computer lives in the future.
    b: { parents: ['a'], committedDate: ago(-4000 * HOUR) },
    side: { parents: ['a'], committedDate: ago(3 * HOUR) },
    c: { parents: ['b', 'side'], committedDate: ago(2 * HOUR) },
    d: { parents: ['c'], committedDate: ago(2 * HOUR) },
  };
  const { fake } = await started({
    graph,
    defaultBranch: { name: 'main', oid: 'd' },
    deployments: [deployment(1, 'c')],
  });
  const { rows } = await read(fake, byDeployments);
  expect(orderOf(rows)).toEqual(['a', 'b', 'c', 'd']);
  expect([...rows.branch.values()].filter(({ first }) => first).map(({ sha }) => sha)).toEqual(['a']);
});

test('a night in which nothing landed asks for nothing, and what landed is placed above the rest', async () => {
  const graph = line(3);
  const { fake, repository, clock } = await started({
    graph,
    defaultBranch: { name: 'main', oid: 'c2' },
    deployments: [deployment(1, 'c1')],
  });
  const { rows } = await read(fake, byDeployments);
  clock.now += DAY;
  fake.tally.operations = {};
  await read(fake, byDeployments, { rows });
  expect(fake.tally.operations.Branch).toBeUndefined();
  line(5, graph);
  repository.defaultBranch = { name: 'main', oid: 'c4' };
  await read(fake, byDeployments, { rows });
  expect(fake.tally.operations.Branch).toBe(1);
  expect(orderOf(rows)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
});

test('a branch that was rewritten is placed anew from where it was', async () => {
  const graph = line(4);
  const { fake, repository, clock } = await started({
    graph,
    defaultBranch: { name: 'main', oid: 'c3' },
    deployments: [deployment(1, 'c1')],
  });
  const { rows } = await read(fake, byDeployments);
  graph.x = { parents: ['c1'], committedDate: ago(MINUTE) };
  repository.defaultBranch = { name: 'main', oid: 'x' };
  clock.now += DAY;
  await read(fake, byDeployments, { rows });
  expect(orderOf(rows)).toEqual(['c0', 'c1', 'x']);
  graph.y = { parents: [], committedDate: ago(0) };
  repository.defaultBranch = { name: 'main', oid: 'y' };
  clock.now += DAY;
  await read(fake, byDeployments, { rows });
  expect(orderOf(rows)).toEqual(['y']);
});

test('it is read back to a month before the first deployment, and no further', async () => {
  const graph = line(1500);
  const { fake } = await started({
    graph,
    defaultBranch: { name: 'main', oid: 'c1499' },
    deployments: [deployment(1, 'c1490')],
  });
  const { rows } = await read(fake, byDeployments);
  const order = orderOf(rows);
  expect([order.length % 100, order.at(-1)]).toEqual([0, 'c1499']);
  expect(order.length).toBeGreaterThanOrEqual(30 * 24);
  expect(order.length).toBeLessThanOrEqual(30 * 24 + 200);
});

test('a run that breaks off within it goes on where it was', async () => {
  const graph = line(600);
  const { fake } = await started({
    graph,
    defaultBranch: { name: 'main', oid: 'c599' },
    deployments: [deployment(1, 'c1')],
  });
  const whole = await read(fake, byDeployments);
  fake.tally.operations = {};
  const { rows } = await read(fake, byDeployments, { steps: 3 });
  expect(rows.branch.size).toBeLessThan(600);
  await read(fake, byDeployments, { rows });
  expect(orderOf(rows)).toEqual(orderOf(whole.rows));
  expect(fake.tally.operations.Branch).toBeLessThanOrEqual(9);
});

test('without deployments nothing of it is read, and where GitHub fails on it all else is, and it is said', async () => {
  const over = { graph: line(3), defaultBranch: { name: 'main', oid: 'c2' } };
  const none = await started(over);
  await read(none.fake, byDeployments);
  expect(none.fake.tally.operations.Branch).toBeUndefined();
  const { fake } = await started({ ...over, deployments: [deployment(1, 'c1')] });
  fake.faults.plan = ({ operation }) => (operation === 'Branch' ? { kind: 'truncated' } : null);
  const { rows, ended } = await read(fake, byDeployments);
  expect([ended, rows.deployments.size, rows.branch.size]).toEqual([null, 1, 0]);
  expect([...rows.kept.values()][0]?.end?.limits).toEqual([
    'The order of commits on the default branch could not be read further back: which deployment brought a change there is told by the dates of commits.',
  ]);
});
