import { describe, expect, test } from 'vitest';
import { masked } from '../../../server/facts/attribution/masked.ts';
import { ofAuthor, ofMessage } from '../../support/attributed.ts';

describe('What evidence shows', () => {
  test('is the trailer as it was written, and of an agent’s mailbox the domain', () => {
    const { evidence } = ofMessage(
      'Coupons\n\nCo-Authored-By: Claude Opus 4.6 (1M context) <noreply@anthropic.com>',
    );
    expect(evidence.map(({ text }) => text)).toEqual([
      'Co-Authored-By: Claude Opus 4.6 (1M context) <…@anthropic.com>',
    ]);
  });

  test('is of a person beside the mark only the mark', () => {
    expect(ofAuthor('Ada Example (aider) <ada@example.com>').evidence[0]?.text).toBe('… (aider) <…>');
    expect(ofAuthor('Ada Example + Claude <ada@example.com>').evidence[0]?.text).toBe('… + Claude <…>');
    expect(ofAuthor('Ada Example (claude-sonnet-4) <ada@example.com>').evidence[0]?.text).toBe(
      '… (claude-sonnet-4) <…>',
    );
  });

  test('is of a person on the mailbox of an agent only the domain', () => {
    expect(ofAuthor('Ada Example <noreply@anthropic.com>').evidence[0]?.text).toBe('… <…@anthropic.com>');
  });

  test('hides on whose behalf an agent worked', () => {
    const { evidence } = ofMessage('Coupons\n\nAgent-Signature: claude-opus-4-8 on behalf of Ada Example');
    expect(evidence[0]?.text).toBe('Agent-Signature: claude-opus-4-8 on behalf of …');
  });

  test('hides addresses and logins anywhere in a line', () => {
    expect(masked('Assisted-by: Claude Code, asked by ada@example.com (@ada)')).toBe(
      'Assisted-by: Claude Code, asked by … (…)',
    );
    expect(masked('a@b@c <12345+ada@users.noreply.github.com>')).toBe('… <…>');
    expect(masked('nobody @ home')).toBe('nobody @ home');
  });

  test('is not much of a long line', () => {
    expect(masked('x'.repeat(1000))).toHaveLength(241);
  });
});
