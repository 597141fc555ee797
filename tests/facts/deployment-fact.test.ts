import { describe, expect, test } from 'vitest';
import { deploymentFacts } from '../../server/facts/deployment-fact.ts';
import type { DeliveredChange, DeploymentRow } from '../../server/facts/deployment-input.ts';
import type { DeliveryRules } from '../../server/model/delivery.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';

const noon = Date.UTC(2026, 7, 10, 12);
const rules: DeliveryRules = {
  hotfix: { labels: ['hotfix'], branches: ['hotfix/'], withinHours: 24 },
  incidents: { labels: ['incident'], issueTypes: ['Incident'] },
};

/** Deployments some hours after noon: `a5@2` is commit a at place 5 after two hours, `b@3` one of unknown place. */
function deployments(...said: string[]): DeploymentRow[] {
  return said.map((one) => {
    const [, sha = '', place = '', hours = ''] = /^([a-z]+)(\d*)@([\d.]+)$/.exec(one) ?? [];
    const position = place === '' ? null : Number(place);
    return {
      id: one,
      sha: sha + place,
      position,
      onBranch: position !== null,
      succeededAt: noon + Number(hours) * HOUR,
    };
  });
}

function change(id: string, hours: number | null, over: Partial<DeliveredChange> = {}): DeliveredChange {
  return {
    ...{ id, openedAt: noon, headBranch: `work/${id}`, labels: [], reverts: [], incidents: [] },
    deployedAt: hours === null ? null : noon + hours * HOUR,
    ...over,
  };
}

/** One line a deployment: what it was, what it brought, by what it failed and after how many hours it had recovered. */
function told(rows: DeploymentRow[], changes: DeliveredChange[] = [], by: DeliveryRules | null = rules) {
  return deploymentFacts({ repositoryId: 'r', deployments: rows, changes }, by).map((fact) => {
    const { at, kind, pullRequests, failedBy, recoveredAt, rework } = fact;
    const recovered = recoveredAt === null ? '' : ` +${(recoveredAt - at) / HOUR}`;
    return [
      kind,
      pullRequests,
      ...(failedBy ? [`failed: ${failedBy}${recovered}`] : []),
      ...(rework ? [`for ${rework}`] : []),
    ].join(' ');
  });
}

describe('A roll-back', () => {
  test('puts an older commit back, and tells that what had been in production failed', () => {
    expect(told(deployments('a1@0', 'b2@5', 'c3@9', 'b2@10', 'd4@30'))).toEqual([
      'change 0',
      'change 0',
      'change 0 failed: roll-back +1',
      'roll-back 0 for roll-back',
      'change 0',
    ]);
  });

  test('to a commit that was never deployed before is known by its place alone', () => {
    expect(told(deployments('a1@0', 'c3@5', 'b2@6'))).toEqual([
      'change 0',
      'change 0 failed: roll-back +1',
      'roll-back 0 for roll-back',
    ]);
  });

  test('is known without places where the commit was deployed before the other one', () => {
    expect(told(deployments('a@0', 'b@5', 'a@6', 'b@9'))).toEqual([
      'change 0',
      'change 0 failed: roll-back +1',
      'roll-back 0 for roll-back',
      'repeat 0',
    ]);
  });

  test('of a roll-back makes the state that was put back fail, not the roll-back', () => {
    expect(told(deployments('a1@0', 'b2@5', 'c3@9', 'b2@10', 'a1@12'))).toEqual([
      'change 0',
      'change 0 failed: roll-back +7',
      'change 0 failed: roll-back +1',
      'roll-back 0 for roll-back',
      'roll-back 0 for roll-back',
    ]);
  });

  test('is not what comes from a release branch that left the default branch further down', () => {
    const [first, second] = deployments('a5@0', 'x3@9');
    const rows = [first, second]
      .flatMap((row) => row ?? [])
      .map((row) => ({ ...row, onBranch: row.sha !== 'x3' }));
    expect(told(rows)).toEqual(['change 0', 'change 0']);
  });

  test('is not the same commit in another region', () => {
    expect(told(deployments('a1@0', 'b2@5', 'b2@5', 'b2@6'))).toEqual([
      'change 0',
      'change 0',
      'repeat 0',
      'repeat 0',
    ]);
  });
});

describe('A hotfix', () => {
  const rows = deployments('a1@0', 'b2@10', 'c3@20');

  test('tells by its label or its branch that the change before it failed', () => {
    for (const over of [{ labels: ['HotFix'] }, { headBranch: 'hotfix/login' }]) {
      expect(told(rows, [change('one', 10), change('two', 20, over)])).toEqual([
        'change 0',
        'change 1 failed: hotfix +10',
        'change 1 for hotfix',
      ]);
    }
  });

  test('that comes later than within a day is rework, but of no failure that is known', () => {
    const late = deployments('a1@0', 'b2@10', 'c3@34.5');
    expect(told(late, [change('two', 34.5, { labels: ['hotfix'] })])).toEqual([
      'change 0',
      'change 0',
      'change 1 for hotfix',
    ]);
  });

  test('after a roll-back blames nobody else', () => {
    const back = deployments('a1@0', 'b2@10', 'a1@11', 'c3@15');
    expect(told(back, [change('mended', 15, { labels: ['hotfix'] })])).toEqual([
      'change 0',
      'change 0 failed: roll-back +1',
      'roll-back 0 for roll-back',
      'change 1 for hotfix',
    ]);
  });
});

describe('A revert', () => {
  test('tells which deployment failed, also when others came between', () => {
    const rows = deployments('a1@0', 'b2@2', 'c3@4', 'd4@6');
    const changes = [change('bad', 2), change('good', 4), change('back', 6, { reverts: ['bad'] })];
    expect(told(rows, changes)).toEqual([
      'change 0',
      'change 1 failed: revert +4',
      'change 1',
      'change 1 for revert',
    ]);
  });

  test('within one deployment has taken back nothing that was in production', () => {
    const changes = [change('bad', 2), change('back', 2, { reverts: ['bad'] })];
    expect(told(deployments('a1@0', 'b2@2'), changes)).toEqual(['change 0', 'change 2']);
  });

  test('of something that has been in production for weeks is a change of mind', () => {
    const rows = deployments('a1@0', 'b2@2', 'c3@500');
    const changes = [change('old', 2), change('back', 500, { reverts: ['old'] })];
    expect(told(rows, changes)).toEqual(['change 0', 'change 1', 'change 1']);
  });
});

describe('An incident', () => {
  const rows = deployments('a1@0', 'b2@10', 'c3@20', 'd4@40');

  test('tells that the change failed that was the newest when it was created, until its mending is deployed', () => {
    const mended = change('mended', 40, { incidents: [noon + 12 * HOUR] });
    expect(told(rows, [mended])).toEqual([
      'change 0',
      'change 0 failed: incident +30',
      'change 0',
      'change 1 for incident',
    ]);
  });

  test('that is still being mended has failed a deployment that has not recovered', () => {
    const open = change('open', null, { incidents: [noon + 12 * HOUR] });
    expect(told(rows, [open])[1]).toBe('change 0 failed: incident');
  });

  test('may be the label of the pull request that mends it, and happens when that is opened', () => {
    const mending = change('mending', 40, { labels: ['Incident'], openedAt: noon + 21 * HOUR });
    expect(told(rows, [mending])[2]).toBe('change 0 failed: incident +20');
  });

  test('before the first deployment on record is nobody’s', () => {
    const early = change('early', 10, { incidents: [noon - DAY] });
    expect(told(rows, [early])).toEqual(['change 0', 'change 1 for incident', 'change 0', 'change 0']);
  });
});

test('without rules nothing is known of failures, not even of a roll-back', () => {
  expect(told(deployments('a1@0', 'b2@5', 'a1@6'), [], null)).toEqual([
    'change 0',
    'change 0',
    'roll-back 0',
  ]);
});

test('two deployments of one instant bring a change once', () => {
  expect(told(deployments('a1@0', 'b2@5', 'c3@5'), [change('one', 5)])).toEqual([
    'change 0',
    'change 1',
    'change 0',
  ]);
});
