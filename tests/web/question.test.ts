import { describe, expect, test } from 'vitest';
import { describeQuestion } from '../../web/filters/labels.ts';
import {
  choices,
  readQuestion,
  withoutUnknownRepository,
  writeQuestion,
} from '../../web/filters/question.ts';

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
    const read = readQuestion('?window=9w&stat=p85&team=payments&repo=&show=cake');
    expect(read.view).toEqual({ stat: 'p85' });
    expect(read.show).toBe('chart');
    expect(read.unknown).toEqual(['window=9w', 'team=payments', 'repo=', 'show=cake']);
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
    expect(withoutUnknownRepository(readQuestion('?repo=git:/a'), known).unknown).toEqual([]);
    const fallen = withoutUnknownRepository(readQuestion('?repo=git:/b&window=12w'), known);
    expect(fallen).toEqual({ view: { window: '12w' }, show: 'chart', unknown: ['repo=git:/b'] });
  });

  test('is said in words beside what leaves the page, without a percentile where things are counted', () => {
    const asked = { repo: 'git:/a', window: '12w', stat: 'p85', by: 'merge' } as const;
    const repositories = [{ id: 'git:/a', name: 'uptake', source: 'git' }];
    expect(describeQuestion(asked, repositories, false)).toBe(
      'uptake · Last 12 weeks · 85th percentile · By week of merge',
    );
    expect(describeQuestion({ ...asked, repo: null }, repositories, true)).toBe(
      'All repositories · Last 12 weeks · By week of merge',
    );
  });
});
