import { DAY, instant } from './chance.ts';
import { commit } from './commit.ts';
import type { FakeGithub } from './fake-github.ts';
import { pullRequest } from './pull-request.ts';
import { acme, shop, startedGithub } from './started.ts';

const MANY = 340;

/** `acme/shop` with 340 pull requests, one every fourth day up to `now`, at which its clock stands. */
export function oldGithub(now: number): Promise<FakeGithub> {
  const pullRequests = Array.from({ length: MANY }, (_, n) => {
    const at = instant(now - (MANY - n) * 4 * DAY);
    return pullRequest({
      ...{ number: n + 1, createdAt: at, mergedAt: at },
      commits: [commit({ message: `Change ${n + 1}`, authoredDate: at })],
    });
  });
  return startedGithub({ organisations: [acme(shop({ pullRequests }))], now: () => now });
}
