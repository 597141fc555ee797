import { describe, expect, test } from 'vitest';
import type { DeploymentFact } from '../../../server/facts/deployment-fact.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { deliveryAnswer } from '../../../server/report/delivery/delivery.ts';
import type { Held } from '../../../server/report/live.ts';
import { deliveryOf, deploymentFact, usualRules } from '../../support/deployments.ts';
import { FORGE, forgeFact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';

const WEEKS = 13;
const UNTIL = MONDAY + WEEKS * 7 * DAY;
const TILL = 'github:github.com/acme/till';

const week = (number: number) => MONDAY + number * 7 * DAY;

/** Pull requests of ten people in every week of each repository, so that each may be asked for. */
function work(repositories: readonly string[], people = 10) {
  return repositories.flatMap((repositoryId, place) =>
    Array.from({ length: WEEKS * people }, (_, number) => {
      const mergedAt = week(Math.floor(number / people)) + place * HOUR;
      return forgeFact(place * 1000 + number, { repositoryId, mergedAt, person: `p${number % people}` });
    }),
  );
}

/** Two deployments in every week, made over by `over`. */
function deployments(repositoryId: string, over: (number: number) => Partial<DeploymentFact> = () => ({})) {
  return Array.from({ length: WEEKS * 2 }, (_, number) =>
    deploymentFact(number, week(Math.floor(number / 2)) + (number % 2) * DAY, {
      repositoryId,
      ...over(number),
    }),
  );
}

function held(facts: readonly DeploymentFact[], over: Partial<Held> = {}): Held {
  const delivery = deliveryOf(facts, new Map([[FORGE, usualRules]]));
  return { ...heldOf(work([FORGE]), [freshForge(UNTIL)]), delivery, ...over };
}

const measure = (answer: ReturnType<typeof deliveryAnswer>, id: string) => {
  const found = answer.data.measures.find(({ definition }) => definition.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('Deployment frequency', () => {
  test('is told by week of the repositories that deploy, from the week after the first on record', () => {
    const { finding, points, parts, coverage, n } = measure(
      deliveryAnswer(held(deployments(FORGE)), {}),
      'deployment-frequency',
    );
    expect(finding).toBe('A repository deployed 2 times a week');
    expect(points.map(({ state, value }) => value ?? state)).toEqual([
      'empty',
      'empty',
      ...Array(WEEKS - 1).fill(2),
    ]);
    expect([parts[0]?.value, n, coverage]).toEqual([2, 24, '26 deployments of 1 repository']);
  });

  test('has a true 0 in a week without any, and says what it does not count', () => {
    const some = deployments(FORGE, (number) => (number === 5 ? { kind: 'repeat', ordered: false } : {}))
      .filter(({ at }) => at < week(4) || at >= week(5))
      .map((fact, index) => (index === 3 ? { ...fact, ordered: false } : fact));
    const { points, coverage } = measure(deliveryAnswer(held(some), {}), 'deployment-frequency');
    expect(points.slice(1, 7).map(({ value }) => value)).toEqual([null, 2, 1, 2, 0, 2]);
    expect(coverage).toBe(
      '23 deployments of 1 repository; 1 of a commit that was there already not counted; 1 placed by dates of commits alone',
    );
  });
});

describe('Change fail rate', () => {
  const failing = (every: number) =>
    deployments(FORGE, (number) =>
      number % every === 0
        ? { failedBy: 'hotfix', recoveredAt: week(Math.floor(number / 2)) + (number % 2) * DAY + 3 * HOUR }
        : {},
    );

  test('comes with its counts and its interval', () => {
    const { finding, parts, coverage } = measure(deliveryAnswer(held(failing(2)), {}), 'change-fail-rate');
    expect([finding, coverage]).toEqual([
      '50 % of deployments failed',
      '13 of 26 deployments with new commits',
    ]);
    // Wilson's interval of 13 of 26 (R: prop.test(13, 26, correct = FALSE)).
    expect(parts[0]).toMatchObject({ value: 0.5, low: 0.3206, high: 0.6794, n: 13, of: 26 });
  });

  test('of few deployments is not told, but counted', () => {
    const { finding, points, parts } = measure(
      deliveryAnswer(held(failing(2)), { window: '12w', from: '2026-09-14' }),
      'change-fail-rate',
    );
    expect(finding).toBe('Too few deployments to judge (8 of 16 failed)');
    expect(parts).toMatchObject([{ state: 'too-few', value: null, n: 8, of: 16 }]);
    expect(points.map(({ from, state }) => [from, state])).toEqual([
      ['2026-09-14', 'too-few'],
      ['2026-10-12', 'too-few'],
    ]);
  });

  test('before and after a day is compared only where enough have failed', () => {
    const many = Array.from({ length: 400 }, (_, number) => {
      const late = number >= 200;
      const failed = late ? number % 2 === 0 : number % 8 === 0;
      const at = week(Math.floor(number / 32)) + (number % 32) * HOUR;
      return deploymentFact(number, at, { repositoryId: FORGE, failedBy: failed ? 'revert' : null });
    });
    const since = { since: '2026-09-28' };
    const { finding } = measure(deliveryAnswer(held(many), since), 'change-fail-rate');
    expect(finding).toMatch(/^\d+ % of deployments failed since 28 Sep 2026, \d+ % before: worse$/);
    const few = measure(deliveryAnswer(held(failing(2)), { since: '2026-09-21' }), 'change-fail-rate');
    expect(few.finding).toContain('Too few deployments to judge');
  });
});

test('recovery is the median of failed deployments that have recovered, by the week of their failure', () => {
  const facts = deployments(FORGE, (number) => {
    if (number > 6) return {};
    const at = week(Math.floor(number / 2)) + (number % 2) * DAY;
    return { failedBy: 'incident', recoveredAt: number === 6 ? null : at + (number + 1) * HOUR };
  });
  const { finding, coverage, parts } = measure(
    deliveryAnswer(held(facts), {}),
    'failed-deployment-recovery-time',
  );
  expect(finding).toBe('Half of failed deployments recovered within 3.5 hours');
  expect([coverage, parts[0]?.n, parts[0]?.of]).toEqual(['6 of 7 failed deployments recovered', 6, 7]);
});

test('rework is what was deployed for a failure, of all deployments', () => {
  const facts = deployments(FORGE, (number) =>
    number % 4 === 1
      ? { kind: 'roll-back', rework: 'roll-back' }
      : number % 4 === 3
        ? { rework: 'hotfix' }
        : {},
  );
  const { finding, coverage } = measure(deliveryAnswer(held(facts), {}), 'deployment-rework-rate');
  expect([finding, coverage]).toEqual([
    '50 % of deployments were made for a failure',
    '13 of 26 deployments',
  ]);
});

describe('What cannot be known', () => {
  const findings = (state: Held, view = {}) =>
    deliveryAnswer(state, view).data.measures.map(({ finding, unknowable, n }) => [finding, unknowable, n]);

  test('is said where no deployments are set up, never as a zero', () => {
    const state = { ...held([]), freshness: [freshForge(UNTIL, { deployedBy: null })] };
    const told = findings(state);
    expect(told).toHaveLength(4);
    // Each in words of its own, so that no two tables of a page have one name.
    expect(new Set(told.map(([finding]) => finding)).size).toBe(4);
    for (const [finding, ...rest] of told) {
      expect(finding).toMatch(/: deployments are not set up$/);
      expect(rest).toEqual(['not-set-up', 0]);
    }
  });

  test('is said where no failures are: how often is still known', () => {
    const delivery = deliveryOf(deployments(FORGE), new Map([[FORGE, null]]));
    const [first, ...others] = findings(held([], { delivery }));
    expect(first?.[0]).toBe('A repository deployed 2 times a week');
    expect(others).toHaveLength(3);
    for (const [finding, why] of others) {
      expect([finding, why]).toEqual([
        expect.stringMatching(/: what counts as a failure is not set up$/),
        'no-failures',
      ]);
    }
  });

  test('is said of a team: deployments belong to repositories', () => {
    const facts = work([FORGE]).map((one) => ({ ...one, teams: ['pay'] }));
    const state = {
      ...heldOf(facts, [freshForge(UNTIL)], 'UTC', ['pay']),
      delivery: held(deployments(FORGE)).delivery,
    };
    expect(findings(state, { team: ['pay'] })[0]).toEqual([
      'Deployment frequency: deployments belong to repositories, not to teams',
      'not-divisible',
      0,
    ]);
  });
});

test('what counts as a deployment and as a failure is said in words', () => {
  const both = [
    freshForge(UNTIL),
    freshForge(UNTIL, { repositoryId: TILL, name: 'acme/till', deployedBy: 'releases' }),
  ];
  const { data } = deliveryAnswer(
    {
      ...heldOf(work([FORGE, TILL]), both),
      delivery: deliveryOf(
        [...deployments(FORGE), ...deployments(TILL)],
        new Map([
          [FORGE, usualRules],
          [TILL, null],
        ]),
      ),
    },
    {},
  );
  expect(data.means).toEqual([
    'Deployed means a deployment to production in 1 repository and a release in 1.',
    'In 1 repository a deployment failed if it was rolled back; if within 24 hours a pull request that it brought was reverted or a hotfix followed (labelled “hotfix” or from a branch that begins with “hotfix/” or “hotfix-”); or if an incident is linked to it (an issue of type “Incident” or anything labelled “incident”).',
    'What a failure is has not been set up in 1.',
  ]);
});

describe('A repository of fewer than five people', () => {
  const names = ['one', 'two', 'three'].map((name) => `github:github.com/acme/${name}`);
  const [one = '', two = '', small = ''] = names;
  const fresh = names.map((repositoryId) =>
    freshForge(UNTIL, { repositoryId, name: repositoryId.slice(-8) }),
  );
  const facts = [...work([one, two]), ...work([small], 3)];
  const state = {
    ...heldOf(facts, fresh),
    delivery: deliveryOf(
      names.flatMap((name) => deployments(name)),
      new Map(names.map((name) => [name, usualRules])),
    ),
  };

  test('is not told by itself, nor by the difference of all and the others', () => {
    expect(() => deliveryAnswer(state, { repo: small })).toThrow(/Fewer than five people/);
    const told = [one, two].filter((repo) => {
      try {
        return deliveryAnswer(state, { repo }).data.measures.length > 0;
      } catch {
        return false;
      }
    });
    expect(told.length).toBeLessThan(2);
    expect(measure(deliveryAnswer(state, {}), 'deployment-frequency').n).toBe(72);
  });
});
