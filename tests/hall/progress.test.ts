import { expect, test } from 'vitest';
import { progressLine } from '../../server/progress.ts';

function shown(isTTY: boolean, columns = 60) {
  const written: string[] = [];
  let now = 0;
  const line = progressLine({ isTTY, columns, write: (text) => written.push(text) }, () => now);
  const report = (what: string, done: number, total: number | null, after: number) => {
    now += after;
    line.report('git shop', { what, done, total });
  };
  return { written, report, end: line.end };
}

test('on a terminal one line rewrites itself, not more often than people can read, and is wiped at the end', () => {
  const { written, report, end } = shown(true);
  report('reading commits', 1000, null, 0);
  report('reading commits', 2000, null, 50);
  report('reading commits', 3000, null, 60);
  end();
  expect(written).toEqual([
    '\r\u001b[Kgit shop: reading commits, 1,000',
    '\r\u001b[Kgit shop: reading commits, 3,000',
    '\r\u001b[K',
  ]);
});

test('a line never wraps, since a wrapped one cannot be rewritten', () => {
  const { written, report } = shown(true, 20);
  report('reading commits', 1000, null, 0);
  expect(written).toEqual(['\r\u001b[Kgit shop: reading c']);
});

test('elsewhere each new step is a plain line, and a long one is repeated every five seconds', () => {
  const { written, report, end } = shown(false);
  report('reading commits', 1000, null, 0);
  report('reading commits', 2000, null, 4900);
  report('reading commits', 3000, null, 200);
  report('reading changes', 500, 3000, 10);
  end();
  expect(written).toEqual([
    'git shop: reading commits, 1,000\n',
    'git shop: reading commits, 3,000\n',
    'git shop: reading changes, 500 of 3,000\n',
  ]);
});
