import type { Hurried } from '../hurried.ts';
import type { FakeGithub } from './fake-github.ts';
import { randomFaults } from './random-faults.ts';

/** All of an owner on a fake GitHub, whatever can be asked for. */
export function hurriedGithub(fake: FakeGithub, owner: string): Hurried {
  return {
    asked: {
      source: 'github',
      config: {
        owner,
        deployed: { from: 'releases' },
        ask: { files: 'always', checks: 'always', comments: 'always' },
      },
    },
    env: { GITHUB_API_URL: fake.url, GITHUB_TOKEN: 'good-token' },
    spoil: (by) => {
      // An hour of its own for each: two hundred mixtures of one bench are more than GitHub gives in one.
      fake.limits.graphql.refill();
      fake.limits.core.refill();
      fake.faults.plan = by === null ? null : randomFaults(by.seed, by);
    },
  };
}
