import { describe, expect, test } from 'vitest';
import { whatIsSaidOf } from './sound-house.ts';

describe('A reach into the outside world', () => {
  const faults = [
    ['new Date()', 'the clock: Date'],
    ['new globalThis.Date()', 'the clock: globalThis.Date'],
    ['Date()', 'the clock: Date'],
    ['Date.now()', 'the clock: Date.now'],
    ['[1].map(Date.now)', 'the clock: Date.now'],
    ["Date['now']()", 'the clock: Date.now'],
    ['globalThis.Date.now()', 'the clock: globalThis.Date.now'],
    ['((Clock) => new Clock())(Date)', 'the clock: Date'],
    ['performance.now()', 'the clock: performance.now'],
    ['Temporal.Now.instant()', 'the clock: Temporal.Now'],
    ['Math.random()', 'chance: Math.random'],
    ['Math["ran" + "dom"]()', 'chance: Math'],
    ['crypto.randomUUID()', 'chance: randomUUID'],
    ['crypto.getRandomValues(new Uint8Array(1))', 'chance: getRandomValues'],
    ['process.env.TOKEN', 'the environment: process.env'],
    ['process?.env', 'the environment: process.env'],
    ['globalThis.process.env.TOKEN', 'the environment: globalThis.process.env'],
    ['(({ env }) => env)(process)', 'the environment: process'],
    ['process.cwd()', 'the environment: process.cwd'],
    ['process.exit(1)', 'the environment: process.exit'],
    ['import.meta.env', 'the environment: import.meta.env'],
    ["fetch('/')", 'the network: fetch'],
    ["globalThis.fetch('/')", 'the network: globalThis.fetch'],
    ['[1].map(fetch)', 'the network: fetch'],
    ['({ fetch })', 'the network: fetch'],
    ["new WebSocket('/')", 'the network: WebSocket'],
  ];
  test.each(faults)('as %s is noticed', (text, reach) => {
    expect(whatIsSaidOf({ 'server/report/one.ts': `export const one = () => ${text};` })).toEqual([
      `server/report/one.ts:1: reaches for ${reach}`,
    ]);
  });

  const places = [
    ['server/cli.ts', 'the network: fetch', "fetch('/')"],
    ['server/store/one.ts', 'the clock: Date.now', 'Date.now()'],
    ['server/net/http.ts', 'the clock: Date.now', 'Date.now()'],
    ['web/app.tsx', 'the clock: Date', 'new Date()'],
    ['web/main.tsx', 'the network: fetch', "fetch('/')"],
    ['web/charts/one.tsx', 'chance: Math.random', '<i>{Math.random()}</i>'],
    ['web/vite.config.ts', 'the clock: Date.now', 'Date.now()'],
    ['scripts/one.ts', 'chance: Math.random', 'Math.random()'],
    ['tests/store/one.test.ts', 'the clock: Date', 'new Date()'],
    ['tests/support/one.ts', 'chance: randomUUID', 'crypto.randomUUID()'],
  ];
  test.each(places)('is noticed in %s when it is for %s', (path, reach, text) => {
    expect(whatIsSaidOf({ [path]: `export const one = () => ${text};` })).toEqual([
      `${path}:1: reaches for ${reach}`,
    ]);
  });

  test('is noticed in what is imported by name', () => {
    const text = "import { randomUUID as id } from 'node:crypto';\nexport const one = id;";
    expect(whatIsSaidOf({ 'server/store/one.ts': text })).toEqual([
      'server/store/one.ts:1: reaches for chance: randomUUID',
    ]);
  });
});
