import { beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import { weekTable } from '../../../server/model/week.ts';
import { rolloutStarts } from '../../../server/sources/demo/roster.ts';
import { type Generated, generated, UNTIL } from './generated.ts';
import { membershipsOf, teamsAtOpening } from './teams-at-opening.ts';

const config = { scenario: 'real-gain' } as const;
const utc = weekTable('UTC');

describe('The demo organisation of size 1', () => {
  let rows: Awaited<ReturnType<typeof generated>>;
  let all: Generated[];
  const pullRequests = () => all.flatMap((one) => one.pullRequests);
  beforeAll(async () => {
    rows = await generated(config);
    all = rows.all;
  });

  test('has twelve teams, of which eight start half to two thirds through', () => {
    const starts = rolloutStarts(config, UNTIL).flatMap(({ day }) => day ?? []);
    expect(rows.teams?.teams).toHaveLength(12);
    expect(starts).toHaveLength(8);
    expect(new Set(starts).size).toBe(8);
    for (const start of starts) {
      const share = 1 - (UNTIL - Date.parse(start)) / (104 * 7 * DAY);
      expect(share).toBeGreaterThan(0.48);
      expect(share).toBeLessThan(0.68);
      expect(utc.weekStart(utc.weekOf(Date.parse(start)))).toBe(Date.parse(start));
    }
  });

  test('has about 120 people at any time, some of whom join, leave or change teams', () => {
    const memberships = membershipsOf(config);
    for (let at = UNTIL - 700 * DAY; at < UNTIL; at += 30 * DAY) {
      const there = memberships.filter(({ from, to }) => from <= at && at < to);
      expect(new Set(there.map(({ login }) => login)).size).toBe(there.length);
      expect(Math.abs(there.length - 118)).toBeLessThan(8);
    }
    const began = UNTIL - 728 * DAY;
    expect(memberships.filter(({ from }) => from > began).length).toBeGreaterThan(20);
    expect(memberships.filter(({ to }) => to < UNTIL).length).toBeGreaterThan(15);
    const logins = memberships.map(({ login }) => login);
    expect(logins.length - new Set(logins).size).toBeGreaterThan(4);
  });

  test('has about 27,000 pull requests in 40 repositories, handed over some hundred at a time', () => {
    expect(all).toHaveLength(40);
    expect(pullRequests().length).toBeGreaterThan(25_000);
    expect(pullRequests().length).toBeLessThan(30_000);
    expect(Math.max(...rows.batches.map((batch) => batch.pullRequests?.length ?? 0))).toBeLessThan(500);
  });

  test('releases what it makes, but for four sandboxes', () => {
    const sandboxes = all.filter(({ deployments }) => deployments.length === 0);
    expect(
      sandboxes.map(({ repository }) => repository.name).filter((name) => name.endsWith('-lab')),
    ).toHaveLength(4);
    expect(sandboxes).toHaveLength(4);
    for (const { deployments, commits } of all) {
      const byId = new Map(commits.map((commit) => [commit.sha, commit]));
      for (const { sha, containsUntil, succeededAt } of deployments) {
        expect(byId.get(sha)?.committedAt).toBe(containsUntil);
        expect(succeededAt).toBeGreaterThanOrEqual(containsUntil ?? 0);
      }
    }
  });

  test('gives every row an id of its own', () => {
    const ids = pullRequests().flatMap(({ id, forge }) => [
      id,
      ...(forge?.reviews ?? []).map((review) => review.id),
      ...(forge?.comments ?? []).map((comment) => comment.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    const shas = all.flatMap(({ commits }) => commits.map(({ sha }) => sha));
    expect(new Set(shas).size).toBe(shas.length);
    for (const { pullRequests } of all) {
      const numbers = pullRequests.map(({ number }) => number);
      expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    }
  });

  test('hardly works on weekends, and rests at Christmas', () => {
    const openings = pullRequests()
      .filter(({ forge }) => forge?.account?.kind === 'user')
      .map(({ openedAt }) => openedAt ?? 0);
    const weekend = openings.filter((at) => [0, 6].includes(new Date(at).getUTCDay()));
    expect(weekend.length / openings.length).toBeLessThan(0.03);
    expect(weekend.length).toBeGreaterThan(20);
    const weeks = Map.groupBy(openings, (at) => utc.weekOf(at));
    const counts = [...weeks.values()].map((week) => week.length).sort((one, other) => one - other);
    const median = counts[Math.floor(counts.length / 2)] ?? 0;
    expect(weeks.get(utc.weekOf(Date.UTC(2025, 11, 25)))?.length).toBeLessThan(median / 3);
    expect(weeks.get(utc.weekOf(Date.UTC(2026, 5, 10)))?.length).toBeGreaterThan(median / 2);
  });

  test('works in several time zones', () => {
    const teamAt = teamsAtOpening(config);
    const hours = Map.groupBy(pullRequests(), (one) => teamAt(one) ?? 'automation');
    const middles = [...hours].map(([, ones]) => {
      const days = ones
        .map(({ openedAt }) => ((openedAt ?? 0) % DAY) / 36e5)
        .sort((one, other) => one - other);
      return days[Math.floor(days.length / 2)] ?? 0;
    });
    expect(Math.max(...middles) - Math.min(...middles)).toBeGreaterThan(5);
  });

  test('takes back only what has landed', () => {
    let reverts = 0;
    for (const { pullRequests, commits } of all) {
      const merged = new Map(pullRequests.map(({ mergeSha, mergedAt }) => [mergeSha, mergedAt]));
      for (const { reverts: reverted, authoredAt } of commits) {
        for (const sha of reverted) {
          reverts += 1;
          expect(merged.get(sha)).toBeLessThanOrEqual(authoredAt);
        }
      }
    }
    expect(reverts).toBeGreaterThan(500);
  });

  test('knows nobody who could be real', () => {
    const addresses = new Set(all.flatMap(({ commits }) => commits.map(({ author }) => author.email)));
    const others = [...addresses].filter(
      (one) => !/(@|\.)example\.com$|@users\.noreply\.github\.com$/.test(one),
    );
    expect(others).toEqual([]);
  });
});
