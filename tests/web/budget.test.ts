import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const built = join(import.meta.dirname, '../../web/dist');
const page = readFileSync(join(built, 'index.html'), 'utf8');
const assets = readdirSync(join(built, 'assets'));
const kilobytes = (path: string) => gzipSync(readFileSync(path)).length / 1024;

/** Scripts that index.html names, and all that those import before anything is drawn. */
function scriptsOfTheFirstPaint(): string[] {
  const found = new Set(
    [...page.matchAll(/(?:src|href)="[^"]*?([^/"]+\.js)"/g)].flatMap(([, name]) => name ?? []),
  );
  for (const name of found) {
    const text = readFileSync(join(built, 'assets', name), 'utf8');
    for (const [, imported] of text.matchAll(
      /(?:^|[;}])(?:import|export)[^;()]*?from\s*"\.\/([^"]+\.js)"/g,
    )) {
      if (imported !== undefined) found.add(imported);
    }
  }
  return [...found];
}

test('the script of the first paint is at most 110 KB', () => {
  const scripts = scriptsOfTheFirstPaint();
  expect(scripts).not.toEqual([]);
  expect(
    scripts.map((name) => kilobytes(join(built, 'assets', name))).reduce((sum, size) => sum + size, 0),
  ).toBeLessThan(110);
});

test('the charts come in a script of their own of at most 125 KB, which no page waits for', () => {
  const first = new Set(scriptsOfTheFirstPaint());
  const drawing = assets.filter(
    (name) => name.endsWith('.js') && readFileSync(join(built, 'assets', name), 'utf8').includes('recharts-'),
  );
  expect(drawing).not.toEqual([]);
  expect(drawing.filter((name) => first.has(name))).toEqual([]);
  expect(
    drawing.map((name) => kilobytes(join(built, 'assets', name))).reduce((sum, size) => sum + size, 0),
  ).toBeLessThan(125);
});

test('the page carries no script, style or address of another machine in itself', () => {
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\bstyle=|https?:\/\//);
  expect(assets.filter((name) => !/-[\w-]{8}\.(js|css|svg)(\.br|\.gz)?$/.test(name))).toEqual([]);
});
