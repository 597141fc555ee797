import { describe, expect, test } from 'vitest';
import { addressIn } from '../../../server/facts/attribution/address.ts';
import { readable, writtenLines } from '../../../server/facts/attribution/written.ts';
import { ofMessage } from '../../support/attributed.ts';

describe('The lines that somebody wrote', () => {
  test('stand outside fences, comments, quotations and indented blocks', () => {
    const text = [
      'one',
      '```ts',
      'code',
      '```',
      '    indented',
      '> quoted',
      '   > quoted',
      '<!-- a',
      'b --> two',
      ' three ',
    ];
    expect(writtenLines(text.join('\n'))).toEqual(['one', 'two', 'three']);
  });

  test('may be indented by three, but not by a tab behind them', () => {
    expect(writtenLines('   three\n  \tquoted\n')).toEqual(['three']);
  });

  test('include those behind a fence or a comment that nothing closes', () => {
    expect(writtenLines('```\none\n<!-- two')).toEqual(['one', '<!-- two']);
    expect(writtenLines('```\none\n```ts\ntwo')).toEqual(['one', 'two']);
  });

  test('are not ended by a shorter fence, nor by one with a word behind it', () => {
    expect(writtenLines('````\n```\ncode\n```` x\n````\none')).toEqual(['one']);
  });

  test('are broken where a shell has left the sign for it', () => {
    expect(writtenLines('one\\n\\ntwo\\r\\nthree')).toEqual(['one', 'two', 'three']);
  });
});

describe('A text that is too long', () => {
  const long = `Subject\n${'words '.repeat(100_000)}\n`;

  test('is read from both ends', () => {
    expect(readable('short')).toEqual({ text: 'short', cut: false });
    expect(readable(long).cut).toBe(true);
    expect(ofMessage(`${long}\nCo-Authored-By: Claude <noreply@anthropic.com>\n`).tools).toEqual([
      'claude-code',
    ]);
    expect(ofMessage(`${long}\nMade-with: Cursor\n${long}`).tools).toEqual([]);
    expect(ofMessage(`Subject\n\nMade-with: Cursor\n${long}`).tools).toEqual(['cursor']);
  });
});

describe('Name and address of a trailer', () => {
  const read: [value: string, name: string, email: string, rest: string][] = [
    ['Ada Example <ada@example.com>', 'Ada Example', 'ada@example.com', ''],
    ['Ada<ada@example.com>', 'Ada', 'ada@example.com', ''],
    ['Ada ada@example.com', 'Ada', 'ada@example.com', ''],
    ['Ada <ada@example.com', 'Ada', 'ada@example.com', ''],
    ['Ada &lt;ada@example.com&gt;', 'Ada', 'ada@example.com', ''],
    ['Ada <ada@example.com>”, twice', 'Ada', 'ada@example.com', '”, twice'],
    ['Ada Example', 'Ada Example', '', ''],
    ['Ada @ada', 'Ada @ada', '', ''],
    ['', '', '', ''],
  ];
  test.each(read)('of "%s"', (value, name, email, rest) => {
    expect(addressIn(value)).toEqual({ name, email, rest });
  });
});
