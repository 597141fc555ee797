import { DAY, instant } from './chance.ts';
import { type FakeGithub, startFakeGithub } from './fake-github.ts';
import { generateOrganisation } from './generated-organisation.ts';

/** A GitHub whose clock is set by hand, with an organisation of some size. */
export type BenchForge = { fake: FakeGithub; clock: { now: number } };

const UNTIL = '2026-11-01';

export async function startBenchForge(repositories: number, pullRequests: number): Promise<BenchForge> {
  const organisation = generateOrganisation({
    ...{ seed: 3, login: 'acme', repositories, pullRequests, from: '2025-01-06', until: UNTIL },
  });
  const clock = { now: Date.parse(UNTIL) + DAY };
  return { fake: await startFakeGithub({ organisations: [organisation], now: () => clock.now }), clock };
}

/** Lets a day go by in which a share of all pull requests, spread over the repositories, changes; returns how many. */
export function nextDay({ fake, clock }: BenchForge, share: number): number {
  let changed = 0;
  for (const repository of fake.organisations.flatMap((organisation) => organisation.repositories)) {
    const all = [...repository.pullRequests];
    for (const one of all.slice(0, Math.round(all.length * share))) {
      one.title += ', again';
      one.updatedAt = instant(clock.now + DAY / 2);
      changed += 1;
    }
  }
  clock.now += DAY;
  return changed;
}
