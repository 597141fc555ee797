import { describe, expect, test } from 'vitest';
import type { ResolvedView } from '../../server/contract/index.ts';
import { usualView } from '../../server/contract/view.ts';
import { answerable, noChoices } from '../../web/filters/answerable.ts';
import { describeNow, describeQuestion, weeksLabel } from '../../web/filters/labels.ts';
import { choices, readQuestion, writeQuestion } from '../../web/filters/question.ts';
import { seriesAnswer } from '../support/answers.ts';

function team(id: string, folded: string | null, within: string[] = []) {
  return { id, name: `The ${id}`, people: '5 to 9' as const, folded, within };
}

describe('A question', () => {
  test('without filters is an empty address', () => {
    expect(readQuestion('')).toEqual({ view: {}, show: 'chart', unknown: [] });
    expect(writeQuestion({ view: {}, show: 'chart' })).toBe('');
  });

  test('is read back from its own address, whatever it is', () => {
    for (const repo of [undefined, 'git:/srv/a b/ü&c=d#e'])
      for (const window of choices.window)
        for (const stat of choices.stat)
          for (const by of choices.by)
            for (const show of choices.show) {
              const question = { view: { ...(repo && { repo }), window, stat, by }, show };
              const address = writeQuestion(question);
              const read = readQuestion(address);
              expect(read.unknown).toEqual([]);
              expect(writeQuestion(read)).toBe(address);
              expect([read.view.repo, read.view.window ?? '52w', read.view.stat ?? 'p50', read.show]).toEqual(
                [repo, window, stat, show],
              );
            }
  });

  test('leaves defaults out, so that one question has one address', () => {
    expect(writeQuestion({ view: { window: '52w', stat: 'p50', by: 'opening' }, show: 'chart' })).toBe('');
    expect(readQuestion('?window=52w&stat=p50&by=opening&show=chart').view).toEqual({});
    expect(writeQuestion({ view: { stat: 'p75', window: '12w' }, show: 'table' })).toBe(
      '?window=12w&stat=p75&show=table',
    );
  });

  test('keeps what it knows and names what it does not', () => {
    const read = readQuestion('?window=9w&stat=p85&tema=payments&repo=&show=cake');
    expect(read.view).toEqual({ stat: 'p85' });
    expect(read.show).toBe('chart');
    expect(read.unknown).toEqual(['window=9w', 'tema=payments', 'repo=', 'show=cake']);
  });

  test('takes the last of two values for one filter', () => {
    expect(readQuestion('?window=12w&window=26w').view).toEqual({ window: '26w' });
  });

  test('refuses a repository too long for the API', () => {
    expect(readQuestion(`?repo=${'x'.repeat(301)}`).view).toEqual({});
    expect(readQuestion(`?repo=${'x'.repeat(300)}`).unknown).toEqual([]);
  });

  test('falls back to all repositories when its own is not among those imported', () => {
    const known = [{ id: 'git:/a', name: 'a', source: 'git' }];
    expect(answerable(readQuestion('?repo=git:/a'), known, noChoices).unknown).toEqual([]);
    const fallen = answerable(readQuestion('?repo=git:/b&window=12w'), known, noChoices);
    expect(fallen).toEqual({ view: { window: '12w' }, show: 'chart', unknown: ['repo=git:/b'], folded: [] });
  });

  test('holds teams one by one, sorted and once, whatever they are named in the address', () => {
    const { view, unknown } = readQuestion('?team=b&window=12w&team=a&team=b');
    expect([view, unknown]).toEqual([{ team: ['a', 'b'], window: '12w' }, []]);
    expect(writeQuestion({ view, show: 'chart' })).toBe('?team=a&team=b&window=12w');
    expect(writeQuestion({ view: { team: [] }, show: 'chart' })).toBe('');
    expect(readQuestion(`?team=${'x'.repeat(65)}`).view).toEqual({});
  });

  test('lets go of teams that are not there or are shown only as part of others, and says which', () => {
    const choices = { ...noChoices, teams: [team('pay', null, ['git:/a']), team('lab', 'Fewer than five')] };
    const fallen = answerable(readQuestion('?team=lab&team=gone&team=pay'), [], choices);
    expect(fallen.view).toEqual({ team: ['pay'] });
    expect([fallen.unknown, fallen.folded]).toEqual([['team=gone'], ['The lab. Fewer than five.']]);
  });

  test('holds one team within a repository, where enough of its people work', () => {
    const known = ['git:/a', 'git:/b'].map((id) => ({ id, name: id, source: 'git' }));
    const choices = { ...noChoices, teams: [team('pay', null, ['git:/a']), team('ops', null, ['git:/a'])] };
    const viewOf = (query: string) => answerable(readQuestion(query), known, choices).view;
    expect(viewOf('?repo=git:/a&team=pay')).toEqual({ repo: 'git:/a', team: ['pay'] });
    expect(viewOf('?repo=git:/b&team=pay')).toEqual({ repo: 'git:/b' });
    expect(viewOf('?repo=git:/a&team=pay&team=ops')).toEqual({ repo: 'git:/a' });
    expect(viewOf('?team=pay&team=ops')).toEqual({ team: ['ops', 'pay'] });
  });

  test('is said in words beside what leaves the page, without a percentile where things are counted', () => {
    const asked: ResolvedView = { ...usualView, repo: 'git:/a', window: '12w', stat: 'p85', by: 'merge' };
    const repositories = [{ id: 'git:/a', name: 'uptake', source: 'git' }];
    expect(describeQuestion(asked, repositories, [], false)).toBe(
      'uptake · Last 12 weeks · 85th percentile · By week of merge',
    );
    const teams = [
      { id: '1', name: 'Search' },
      { id: '2', name: 'Payments' },
    ];
    expect(describeQuestion({ ...asked, team: ['1', '2'] }, repositories, teams, true)).toBe(
      'uptake · Teams Payments and Search · Last 12 weeks · By week of merge',
    );
    expect(describeQuestion({ ...asked, repo: null }, repositories, [], true)).toBe(
      'All repositories · Last 12 weeks · By week of merge',
    );
  });

  test('is said with the weeks that a measure has, which are not always those of opening or merge', () => {
    const { definition } = seriesAnswer('work-in-progress', usualView, { points: [] }).data;
    expect(weeksLabel({ ...definition, weeks: 'end' }, 'opening')).toBe('At each week’s end');
    expect(weeksLabel({ ...definition, weeks: 'opening-or-merge' }, 'opening')).toBe('By week of opening');
    expect(weeksLabel({ ...definition, weeks: 'merge', items: 'issues' }, 'merge')).toBe('By week of finish');
    expect(describeQuestion(usualView, [], [], true, 'At each week’s end')).toBe(
      'All repositories · Last 52 weeks · At each week’s end',
    );
    expect(describeNow({ ...usualView, team: ['1'] }, [], [{ id: '1', name: 'Search' }])).toBe(
      'All repositories · Team Search · Where the data end',
    );
  });
});
