import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import { keptWhereEqual, pathsInView, rememberPath } from '../../web/api/answer-paths.ts';
import { createAnswers } from '../../web/api/answers.ts';
import { ApiError, read } from '../../web/api/client.ts';
import { answerFrom } from '../../web/api/kept-answers.ts';
import { asofOf, isKept, keptAddress, today } from '../../web/pages/shared/places.ts';

const { signal } = new AbortController();

afterEach(() => answerFrom(null));

/** Asks as a page does, and goes on showing what came. */
async function shown(client: QueryClient, key: string, answers: readonly object[], path: string) {
  let asked = 0;
  const queryFn = async () => {
    const answer = structuredClone(answers[Math.min(asked, answers.length - 1)] ?? {});
    asked += 1;
    rememberPath(answer, path);
    return answer;
  };
  const observer = new QueryObserver(client, { queryKey: [key], queryFn });
  const leave = observer.subscribe(() => undefined);
  await client.refetchQueries({ queryKey: [key] });
  return leave;
}

describe('The calls in view', () => {
  test('are those whose answers are shown, once the page has left them no more', async () => {
    const client = createAnswers();
    const leave = await shown(client, 'a', [{ generation: 1 }], '/api/series/a');
    await shown(client, 'b', [{ generation: 1 }], '/api/series/b?window=12w');
    expect(pathsInView(client)).toEqual(['/api/series/a', '/api/series/b?window=12w']);
    leave();
    expect(pathsInView(client)).toEqual(['/api/series/b?window=12w']);
  });

  test('are known of answers that were asked for again, changed in part, or put together by the page', async () => {
    const client = createAnswers();
    await shown(
      client,
      'status',
      [
        { data: { x: 1 }, n: 1 },
        { data: { x: 1 }, n: 2 },
      ],
      '/api/status',
    );
    await client.refetchQueries({ queryKey: ['status'] });
    expect(pathsInView(client)).toEqual(['/api/status']);
    client.setQueryData(['status'], { data: { x: 2 }, n: 2 });
    expect(pathsInView(client)).toEqual(['/api/status']);
  });

  test('are those of every page of a list that is fetched page by page', () => {
    const [first, second] = [{ rows: [1] }, { rows: [2] }];
    rememberPath(first, '/api/items');
    rememberPath(second, '/api/items?cursor=x');
    const client = new QueryClient();
    const data = keptWhereEqual(undefined, { pages: [first, second], pageParams: [null, 'x'] });
    new QueryObserver(client, { queryKey: ['items'], initialData: data, staleTime: 9e9 }).subscribe(() => {});
    expect(pathsInView(client)).toEqual(['/api/items', '/api/items?cursor=x']);
  });
});

describe('While a shared page is open', () => {
  test('its answers are read as they were kept, and nothing is asked of the server', async () => {
    answerFrom(new Map([['/api/status', '{"generation":7}']]));
    expect(await read('/api/status', signal)).toEqual({ generation: 7 });
    const other = read('/api/series/x', signal);
    await expect(other).rejects.toThrow(ApiError);
    await expect(other).rejects.toMatchObject({ code: 'not-kept' });
  });
});

describe('The address of a shared page', () => {
  const shared = { id: 'abc', page: '/flow', question: 'team=b&window=12w&team=a&show=table' };

  test('tells the moment apart from the question', () => {
    expect([asofOf('?window=12w&asof=abc'), asofOf('?window=12w')]).toEqual(['abc', null]);
    expect([today('?window=12w&asof=abc'), today('?asof=abc')]).toEqual(['?window=12w', '']);
  });

  test('holds the same numbers as charts and as tables, in any order, and no others', () => {
    expect(isKept(shared, '/flow', '?window=12w&team=a&team=b')).toBe(true);
    expect(isKept(shared, '/flow', '?asof=abc&show=chart&team=b&team=a&window=12w')).toBe(true);
    expect(isKept(shared, '/flow', '?window=26w&team=a&team=b')).toBe(false);
    expect(isKept(shared, '/flow', '?window=12w&team=a')).toBe(false);
    expect(isKept(shared, '/items', '?window=12w&team=a&team=b')).toBe(false);
    expect(keptAddress(shared, '?window=12w')).toBe('/flow?window=12w&asof=abc');
    expect(keptAddress(shared, 'window=12w&asof=abc')).toBe('/flow?window=12w&asof=abc');
  });
});
