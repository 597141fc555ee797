import { describe, expect, it } from 'vitest';
import { metrics } from '../../server/metrics/register.ts';
import { DAY } from '../../server/model/instant.ts';
import { deployedMeans } from '../../server/report/deployed.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { FORGE, fact, forgeFact, fresh, freshForge, heldOf, MONDAY } from '../support/facts.ts';

const UNTIL = MONDAY + 14 * DAY;
const facts = Array.from({ length: 20 }, (_, number) => forgeFact(number, { deployedAt: null }));

describe('what cannot be known', () => {
  it('where deployments are not set up is said so, with the key that sets them up', () => {
    const held = heldOf(facts, [freshForge(UNTIL, { deployedBy: null })]);
    for (const measure of ['deploy-time', 'lead-time-for-changes']) {
      const { data } = seriesAnswer(held, measure, {});
      expect([data.finding, data.unknowable, data.n]).toEqual([
        'Deployments are not set up',
        'not-set-up',
        0,
      ]);
      expect(data.howToRead).toContain('deployed: under the GitHub source in uptake.yaml');
      expect(data.coverage).toBe('0 of 20 merged pull requests; 20 where deployments are not set up.');
      expect(data.points.every(({ value }) => value === null)).toBe(true);
    }
  });

  it('is known again as soon as one repository deploys', () => {
    const other = freshForge(UNTIL, { repositoryId: 'github:github.com/acme/till', deployedBy: null });
    const { data } = seriesAnswer(heldOf(facts, [freshForge(UNTIL), other]), 'deploy-time', {});
    expect(data.unknowable).toBeNull();
    expect(data.finding).toBe('No finished pull requests with a known deployment in 3 full weeks');
    expect(data.howToRead).toContain('none is known to contain these merges');
  });

  it('of a clone is not taken for work that nobody reviewed', () => {
    const held = heldOf(
      Array.from({ length: 20 }, (_, number) => fact(number)),
      [fresh(UNTIL)],
    );
    const said = metrics
      .filter(({ definition: { items } }) => items !== 'issues')
      .map(({ definition: { id } }) => [id, seriesAnswer(held, id, {}).data] as const);
    expect(said.map(([id, { unknowable }]) => [id, unknowable])).toEqual([
      ['cycle-time', null],
      ['time-to-merge', 'in-clone'],
      ['coding-time', 'in-clone'],
      ['pickup-time', 'in-clone'],
      ['review-time', 'in-clone'],
      ['merge-time', 'in-clone'],
      ['deploy-time', 'not-set-up'],
      ['lead-time-for-changes', 'not-set-up'],
      ['merged-pull-requests', null],
      ['merged-per-person', 'no-roster'],
      ['work-in-progress', 'in-clone'],
      ['age-of-open-work', 'in-clone'],
      ['batch-size', null],
      ['ai-marked-share', 'group-too-small'],
      ['ai-assisted-throughput', 'group-too-small'],
      ['ai-line-share', null],
      ['revert-rate', null],
      ['hotfix-rate', null],
      ['rework-share', null],
      ['bugs-linked', 'no-tracker'],
      ['merged-without-review', 'in-clone'],
      ['large-pull-requests', null],
      ['review-time-per-100-lines', 'in-clone'],
      ['review-rounds', 'in-clone'],
      ['review-comments-per-100-lines', 'in-clone'],
      ['ci-first-pass-rate', 'in-clone'],
    ]);
    const [, pickup] = said[3] ?? [];
    expect(pickup?.finding).toBe('A clone cannot tell pickup time: it has no reviews');
    expect(pickup?.coverage).toBe('0 of 20 merged pull requests; 20 from a clone, which has no reviews.');
    expect(JSON.stringify(pickup)).not.toContain('without human review');
  });
});

describe('what deployed means', () => {
  const set = (...ways: (string | null)[]) =>
    deployedMeans(
      ways.map((deployedBy, number) => freshForge(UNTIL, { repositoryId: `${FORGE}${number}`, deployedBy })),
    );

  it('is said as it is set up, the most usual way first', () => {
    expect(set('deployments:production', 'deployments:production')).toBe(
      'Deployed means a deployment to production.',
    );
    expect(set('releases', 'workflow:deploy.yml', 'releases', null)).toBe(
      'Deployed means a release in 2 repositories and a run of deploy.yml in 1; not set up in 1.',
    );
  });

  it('is an environment by any of its names, and a prerelease where that counts', () => {
    expect(set('deployments:production,Production,prod')).toBe(
      'Deployed means a deployment to production or prod.',
    );
    expect(set('releases+prereleases')).toBe('Deployed means a release or prerelease.');
  });

  it('is nothing where nothing is set up', () => {
    expect([set(null, null), set()]).toEqual([null, null]);
  });
});
