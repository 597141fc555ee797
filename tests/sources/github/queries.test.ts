import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { type AskedField, askedFields } from '../../support/github/asked-field.ts';
import { generateOrganisation } from '../../support/github/generated-organisation.ts';
import { publishedSchema } from '../../support/github/schema.ts';
import { startedGithub } from '../../support/github/started.ts';
import { read } from './read.ts';

const NOW = Date.UTC(2026, 10, 1, 12);

/** Every query of a first and a second run over an organisation that has everything, by the operation's name. */
async function queries(): Promise<Map<string, string>> {
  const wanted = { seed: 4, login: 'acme', repositories: 4, pullRequests: 300, many: 0.1 };
  const organisation = generateOrganisation({ ...wanted, from: '2026-01-05', until: '2026-10-01' });
  const [shop] = organisation.repositories;
  const [root = ''] = Object.keys(shop?.graph ?? {});
  for (const [id, state] of (['SUCCESS', 'PENDING'] as const).entries())
    shop?.deployments.push({
      ...{ id: id + 1, environment: 'production', commitOid: root, ref: 'main' },
      createdAt: '2026-10-30T00:00:00Z',
      statuses: [{ state, createdAt: '2026-10-30T00:00:00Z' }],
    });
  const clock = { now: NOW };
  const fake = await startedGithub({ organisations: [organisation], now: () => clock.now });
  const texts = new Map<string, string>();
  fake.faults.plan = ({ operation, body, kind }) => {
    if (kind === 'graphql') texts.set(operation, JSON.parse(body).query);
    return null;
  };
  const config = {
    ...{ owner: 'acme', archived: true, forks: true, repositories: ['acme/shop', 'acme/gone'] },
    deployed: { from: 'deployments' as const },
  };
  fake.limits.graphql.spend(4500);
  const { rows } = await read(fake, config);
  clock.now += 86_400_000;
  const [first] = shop?.pullRequests ?? [];
  Object.assign(first ?? {}, { updatedAt: new Date(clock.now - 1000).toISOString() });
  fake.limits.graphql.refill();
  await read(fake, { ...config, exclude: ['mail'] }, { rows });
  return texts;
}

/** Lists that stand within the items of another list, as `outer.inner`. */
function nested(fields: readonly AskedField[], outer: string | null = null): string[] {
  return fields.flatMap(({ name, list, wantsItems, fields: below }) => {
    const isList = list === 'ids' || (list === 'connection' && wantsItems);
    const here = isList && outer !== null ? [`${outer}.${name}`] : [];
    return [...here, ...nested(below, isList ? name : outer)];
  });
}

test('Every query says what it costs, and no list of a pull request stands within the items of another but comments in threads', async () => {
  const texts = await queries();
  expect([...texts.keys()].sort()).toEqual([
    ...['Branch', 'Compare', 'Deliveries', 'DeliveriesById', 'Longer', 'NamedRepositories', 'Newest'],
    ...['Price', 'PullRequests', 'PullRequestsById', 'Repositories', 'Teams'],
  ]);
  for (const [name, text] of texts) {
    const fields = askedFields(parse(text), publishedSchema());
    expect(fields[0]?.name).toBe('rateLimit');
    const inner = nested(fields).filter((pair) => !/^(pullRequests|nodes)\./.test(pair));
    const allowed: Record<string, string[]> = {
      PullRequests: ['reviewThreads.comments'],
      PullRequestsById: ['reviewThreads.comments'],
      Price: ['reviewThreads.comments'],
      Deliveries: ['deployments.statuses'],
      DeliveriesById: [],
      Teams: ['teams.members'],
      Branch: ['history.parents'],
    };
    expect([name, inner.filter((pair) => !(allowed[name] ?? []).includes(pair))]).toEqual(
      name === 'Compare' ? [name, Array(inner.length).fill('commits.parents')] : [name, []],
    );
  }
});
