import { expect, test } from 'vitest';
import { whatIsSaidOf } from './sound-house.ts';

const sheet = 'web/ui/one.module.css';

test.each([
  ['font-size: 14px;', 'font-size is 14px, which is no size of the type scale'],
  [
    'font-size: clamp(1rem, 2vw, 2rem);',
    'font-size is clamp(1rem, 2vw, 2rem), which is no size of the type scale',
  ],
  ['padding: var(--space-2) 0.9rem;', 'padding has a spacing of its own: 0.9rem'],
  ['margin-block-start: calc(var(--space-2) + -3px);', 'margin-block-start has a spacing of its own: -3px'],
  ['gap: 5px 1rem;', 'gap has a spacing of its own: 5px 1rem'],
  ['color: #333;', 'color has a colour of its own: #333'],
  ['background: light-dark(#fff, #000);', 'background has a colour of its own: light-dark(#fff, #000)'],
  ['border: 1px solid gray;', 'border has a colour of its own: 1px solid gray'],
  [
    'fill: color-mix(in oklab, var(--ink) 20%, transparent)',
    'fill has a colour of its own: color-mix(in oklab, var(--ink) 20%, transparent)',
  ],
])('A value that is not of the theme is noticed: %s', (declaration, reason) => {
  expect(whatIsSaidOf({ [sheet]: `.a {\n  ${declaration}\n}\n` })).toEqual([`${sheet}:2: ${reason}`]);
});

test('What is of the theme, a hairline, or as large as its text is in order; so are comments and the theme itself', () => {
  const kept = [
    '/* color: #333; padding: 5px */',
    '.a:hover { padding: 0 2px var(--space-3) auto; margin: calc(-1 * var(--gutter)); gap: 1px 0.5em }',
    '.b { font-size: var(--text-small); color: currentcolor; background: transparent; white-space: nowrap }',
    '@media (max-width: 47.9375em) { .c { inline-size: 3rem; border-color: CanvasText; font-size: 0.9em } }',
  ];
  expect(
    whatIsSaidOf({ [sheet]: kept.join('\n'), 'web/theme.css': ':root { --ink: #141a21; --space-1: 2px; }' }),
  ).toEqual([]);
});
