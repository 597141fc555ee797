import type { AttributionInput } from '../../server/facts/attribution/attribute.ts';
import type { AttributedCommit } from '../../server/facts/attribution/commit-evidence.ts';
import { RULES } from '../../server/facts/attribution/rules.ts';
import { plainCommit } from './attributed.ts';

/** Numbers below 1, the same for the same seed. */
export function randomly(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** A pull request with marks and near-marks of any rules, in any place. */
export function randomPullRequest(random: () => number): AttributionInput {
  const one = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const text = () => {
    const rule = one(RULES);
    return (random() < 0.6 ? one(rule?.shows ?? []) : one(rule?.unlike ?? [])) ?? '';
  };
  const maybe = <T>(share: number, value: () => T): T[] => (random() < share ? [value()] : []);
  const commit = (sha: string): AttributedCommit => {
    const [, name = 'Ada Example', email = 'ada@example.com'] =
      /^(.*) <(.+)>$/.exec(random() < 0.3 ? text() : '') ?? [];
    const lines = [
      'Take coupons',
      '',
      ...maybe(0.3, text),
      ...maybe(0.3, () => `Co-authored-by: ${text()}`),
      ...maybe(0.2, () => 'Reported-by: Ben Example <ben@example.com>'),
    ];
    return plainCommit({
      sha,
      author: { name, email },
      message: lines.join('\n'),
      parents: random() < 0.1 ? 2 : 1,
    });
  };
  const commits = Array.from({ length: Math.floor(random() * 5) }, (_, index) => commit(`c${index}`));
  return {
    repository: 'acme/shop',
    title: random() < 0.2 ? text() : 'Take coupons',
    body: maybe(0.4, text).join('\n'),
    branch: random() < 0.2 ? text() : 'coupons',
    labels: ['bug', 'ui'],
    account: random() < 0.3 ? { login: text(), kind: random() < 0.5 ? 'bot' : 'user' } : null,
    reviewers: [...maybe(0.3, text), ...maybe(0.3, text)].map((login) => ({ login, kind: 'bot' })),
    commits: random() < 0.1 ? null : commits,
    landed: random() < 0.4 ? commit('m1') : null,
  };
}
