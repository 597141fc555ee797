import type { Hurried } from '../hurried.ts';
import type { FakeJira } from './fake.ts';
import { noFaults } from './faults.ts';
import { randomFaults } from './random-faults.ts';

/** A whole Jira; beside the faults that pass, the way in which it answers differs from seed to seed. */
export function hurriedJira(fake: FakeJira): Hurried {
  const cloud = fake.site.deployment === 'Cloud';
  return {
    asked: { source: 'jira', config: {} },
    env: {
      JIRA_URL: fake.url,
      ...(cloud
        ? { JIRA_EMAIL: 'reader@example.com', JIRA_TOKEN: 'good-token' }
        : { JIRA_BEARER: 'good-token' }),
    },
    spoil: (by) => {
      Object.assign(fake.faults, noFaults());
      if (by === null) return;
      const { seed } = by;
      fake.faults.plan = randomFaults(seed, by);
      fake.faults.created = (['iso', 'milliseconds', 'mixed'] as const)[seed % 3] ?? 'iso';
      fake.faults.changes = seed % 2 === 0 ? 'asked' : 'all';
      fake.faults.historiesPerPage = seed % 4 < 2 ? 333 : null;
      fake.faults.issuesPerPage = seed % 5 === 0 ? 40 : null;
    },
  };
}
