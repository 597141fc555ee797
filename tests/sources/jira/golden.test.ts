import { describe, expect, test } from 'vitest';
import { normalised } from '../../../server/sources/jira/normalise.ts';
import { History, Issue, reader } from '../../../server/sources/jira/payload.ts';
import golden from '../../golden/jira-issue.json' with { type: 'json' };

const TRACKER = 'jira:acme.example.com';
const FIELDS = {
  sprints: ['customfield_10020'],
  points: ['customfield_10016', 'customfield_10041'],
  epics: [],
};
const HOST = 'acme.example.com';
const readIssue = reader(Issue);
const readHistory = reader(History);

function rows(raw: unknown, histories: readonly unknown[] = []) {
  const told = histories.map((one) => readHistory(one, HOST));
  return normalised(readIssue(raw, HOST), told, TRACKER, FIELDS);
}

const changed = (over: object) => {
  const { raw } = golden.whole;
  return { ...raw, fields: { ...raw.fields, ...over } };
};

describe('An issue as Jira sends it', () => {
  test(`becomes our row: ${golden.whole.name}`, () => {
    const { issue, statusNames } = rows(golden.whole.raw, golden.whole.histories);
    expect(issue).toEqual(golden.whole.issue);
    expect([...statusNames]).toContainEqual(['777', 'Proofing']);
  });

  test.each(golden.cases)('is understood: $name', ({ over, expected }) => {
    expect(rows(changed(over)).issue).toMatchObject(expected);
  });

  test('says when it was changed in seconds, milliseconds or words', () => {
    const at = (created: unknown) =>
      rows(golden.whole.raw, [{ id: 1, created, items: [{ field: 'status', from: '3', to: '4' }] }]).issue
        .statusChanges[0]?.at;
    expect(at(1_772_614_800)).toBe(1_772_614_800_000);
    expect(at(1_772_614_800_000)).toBe(1_772_614_800_000);
    expect(at('2026-03-04T10:00:00.000+0100')).toBe(1_772_614_800_000);
    expect(() => at('yesterday')).toThrow(/"yesterday" where an instant was expected/);
  });

  test.each([
    ['its status', { status: {} }, /fields\.status\.id|fields\.status must/],
    ['its labels', { labels: 'one' }, /fields\.labels/],
  ])('of another shape is refused with the field named: %s', (_, over, says) => {
    expect(() => rows(changed(over))).toThrow(says);
  });
});
