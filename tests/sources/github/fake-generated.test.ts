import { describe, expect, test } from 'vitest';
import { generateOrganisation } from '../../support/github/generated-organisation.ts';

describe('A generated organisation', () => {
  const wishes = {
    login: 'acme',
    repositories: 12,
    pullRequests: 1500,
    from: '2025-01-01',
    until: '2025-12-31',
  };

  test('is the same for the same seed, and another for another', () => {
    const one = generateOrganisation({ seed: 4, ...wishes });
    expect(generateOrganisation({ seed: 4, ...wishes })).toEqual(one);
    expect(generateOrganisation({ seed: 5, ...wishes })).not.toEqual(one);
  });

  test('has what makes reading it hard', () => {
    const { repositories } = generateOrganisation({ seed: 4, ...wishes, many: 0.1 });
    const all = repositories.flatMap(({ pullRequests }) => pullRequests);
    expect(all).toHaveLength(1500);
    const crowded = all.filter(({ commits, reviews }) => commits.length > 50 || reviews.length > 50);
    expect(crowded.length / all.length).toBeGreaterThan(0.07);
    expect(crowded.length / all.length).toBeLessThan(0.13);
    const kinds: ((one: (typeof all)[number]) => boolean)[] = [
      ({ author }) => author === null,
      ({ author }) => author?.kind === 'Bot',
      ({ isDraft, state }) => isDraft && state === 'OPEN',
      ({ state }) => state === 'CLOSED',
      ({ state, reviews }) => state === 'MERGED' && reviews.length === 0,
      ({ reviewThreads }) => reviewThreads.length > 10,
      ({ files }) => files.length > 100,
      ({ baseRefName }) => baseRefName !== 'main',
      ({ timeline }) => timeline.some(({ kind }) => kind === 'ConvertToDraftEvent'),
      ({ reviews }) => reviews.some(({ author }) => author === null),
    ];
    for (const kind of kinds) expect(all.filter(kind).length, String(kind)).toBeGreaterThan(0);
    const ends = all.flatMap(({ updatedAt, timeline }) => [
      updatedAt,
      ...timeline.map(({ createdAt }) => createdAt),
    ]);
    expect(ends.filter((at) => at > '2025-12-31T00:00:00Z')).toEqual([]);
    for (const { updatedAt, reviews } of all)
      for (const { createdAt } of reviews) expect(createdAt <= updatedAt).toBe(true);
  });
});
