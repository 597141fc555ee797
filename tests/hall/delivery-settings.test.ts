import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { NO_DELIVERY_RULES, USUAL_DELIVERY_RULES } from '../../server/model/delivery.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function deliveryOf(yaml: string) {
  const data = temporaryFolder();
  writeFileSync(join(data, 'uptake.yaml'), yaml);
  return readConfig({ data }, {}, data).delivery;
}

test('without the key nothing tells that a deployment has failed', () => {
  expect(deliveryOf('zone: UTC')).toEqual(NO_DELIVERY_RULES);
});

test('an empty key takes the usual signs, and what is named takes the place of its like alone', () => {
  expect(deliveryOf('delivery: {}')).toEqual({ rules: USUAL_DELIVERY_RULES, exceptions: [] });
  const { rules } = deliveryOf('delivery: {hotfix: {withinHours: 48}, incidents: {issueTypes: [Outage]}}');
  expect(rules).toEqual({
    hotfix: { ...USUAL_DELIVERY_RULES.hotfix, withinHours: 48 },
    incidents: { ...USUAL_DELIVERY_RULES.incidents, issueTypes: ['Outage'] },
  });
});

test('a repository may differ from the whole, or have nothing set up', () => {
  const { exceptions } = deliveryOf(`
delivery:
  hotfix: {labels: [urgent]}
  perRepository:
    - {match: acme/legacy, failures: false}
    - {match: 'acme/*', hotfix: {withinHours: 12}}
`);
  expect(exceptions).toEqual([
    { match: 'acme/legacy', rules: null },
    {
      match: 'acme/*',
      rules: {
        ...USUAL_DELIVERY_RULES,
        hotfix: { ...USUAL_DELIVERY_RULES.hotfix, labels: ['urgent'], withinHours: 12 },
      },
    },
  ]);
});

test('a key that there is none of is refused by its name', () => {
  expect(() => deliveryOf('delivery: {hotfixes: {}}')).toThrow(/delivery/);
  expect(() => deliveryOf('delivery: {hotfix: {withinHours: 0}}')).toThrow(
    /delivery\.hotfix\.withinHours is 0/,
  );
});
