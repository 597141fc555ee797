import { expect, it } from 'vitest';
import { IssueMeasure } from '../../server/contract/issue-items.ts';
import { issuesList, listsIssues } from '../../web/filters/issues-filters.ts';
import { itemsHref } from '../../web/filters/items-address.ts';

const queryOf = (href: string) => href.slice(href.indexOf('?') + 1);

it('a mark of any measure of issues leads to issues, one of pull requests to pull requests', () => {
  for (const measure of IssueMeasure.enum)
    expect(listsIssues(queryOf(itemsHref({}, { measure, week: '2026-11-09' }))), measure).toBe(true);
  expect(listsIssues(queryOf(itemsHref({}, { measure: 'cycle-time' })))).toBe(false);
  expect(listsIssues(queryOf(itemsHref({}, { leftOut: 'epic' })))).toBe(true);
  expect(listsIssues(queryOf(itemsHref({}, { leftOut: 'automation' })))).toBe(false);
  expect(listsIssues(queryOf(itemsHref({}, { of: 'issues', linked: 'no' })))).toBe(true);
});

it('an address says what it lists, and comes back as it was', () => {
  const place = { measure: 'issue-cycle-time', linked: 'no', sort: 'started', columns: 'dates' } as const;
  expect(issuesList.read(issuesList.write('', place))).toEqual({ place, unknown: [] });
  expect(issuesList.write('team=pay', {})).toBe('?team=pay&of=issues');
  expect(issuesList.read('?of=issues&state=merged&sort=lines&week=9w')).toEqual({
    place: { of: 'issues' },
    unknown: ['state=merged', 'sort=lines', 'week=9w'],
  });
});
