import { describe, expect, test } from 'vitest';
import { isAutomation } from '../../server/people/automation.ts';
import { isLongLived } from '../../server/people/long-lived-branch.ts';
import identities from '../golden/people-automation.json' with { type: 'json' };
import branches from '../golden/people-long-lived.json' with { type: 'json' };

describe('Automation', () => {
  test.each(identities.automation)('is %s <%s>', (name, email) => {
    expect(isAutomation({ name, email })).toBe(true);
  });

  test.each(identities.agents)('is not the coding agent %s <%s>', (name, email) => {
    expect(isAutomation({ name, email })).toBe(false);
  });

  test.each(identities.people)('is not the person %s <%s>', (name, email) => {
    expect(isAutomation({ name, email })).toBe(false);
  });
});

describe('A branch that lives on', () => {
  test.each(branches.longLived)('is %s', (branch) => {
    expect(isLongLived(branch, 'main')).toBe(true);
  });

  test.each(branches.work)('is not %s', (branch) => {
    expect(isLongLived(branch, 'main')).toBe(false);
  });

  test('is the default branch, whatever it is called', () => {
    expect(isLongLived('Tills', 'tills')).toBe(true);
    expect(isLongLived('tills', 'main')).toBe(false);
  });
});
