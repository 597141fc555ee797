import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { RULES, RULES_VERSION } from '../../../server/facts/attribution/rules.ts';
import pinned from '../../golden/attribution-rules.json' with { type: 'json' };
import { placed } from '../../support/attributed.ts';

const SIGNALS = RULES.map(({ signal }) => signal);

describe('The table of rules', () => {
  test('names every signal once', () => {
    expect(SIGNALS.filter((signal, index) => SIGNALS.indexOf(signal) !== index)).toEqual([]);
  });

  test('says of every rule where it comes from, what it looks like and what it must not be taken for', () => {
    for (const { signal, source, shows, unlike } of RULES) {
      expect(source, signal).not.toBe('');
      expect(shows.length, signal).toBeGreaterThan(0);
      expect(unlike.length, signal).toBeGreaterThan(0);
    }
  });

  test('names tools in lower case with hyphens', () => {
    expect(RULES.map(({ tool }) => tool).filter((tool) => !/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(tool))).toEqual(
      [],
    );
  });

  test('knows every tool of the catalogue that it began from', () => {
    const tools = new Set(RULES.map(({ tool }) => tool));
    expect(pinned.catalogue.filter((tool) => !tools.has(tool))).toEqual([]);
  });

  test('writes mailboxes, logins and hints in lower case, as they are looked up', () => {
    const keys = RULES.flatMap((rule) => {
      if (rule.at === 'identity')
        return [...(rule.mailboxes ?? []), ...(rule.apps ?? []), ...(rule.logins ?? [])];
      if (rule.at === 'line' || rule.at === 'text') return [rule.hint];
      return rule.at === 'reviewer' ? rule.logins : [];
    });
    expect(keys.filter((key) => key !== key.toLowerCase())).toEqual([]);
  });

  test('has patterns without a state of their own, so that the order of texts means nothing', () => {
    const patterns = RULES.flatMap((rule) => ('pattern' in rule ? [rule.pattern] : []));
    expect(patterns.filter(({ flags }) => /[gy]/.test(flags))).toEqual([]);
  });

  test('has no quantifier without a bound', () => {
    const sources = RULES.flatMap((rule) => [
      ...('pattern' in rule ? [rule.pattern.source] : []),
      ...(rule.at === 'identity' && rule.name !== undefined ? [rule.name.source] : []),
    ]);
    const unbounded = (source: string) =>
      /(?<!\\)(?:[*+]|\{\d+,\})/.test(source.replaceAll(/\[(?:\\.|[^\]\\])*\]/g, 'C'));
    expect(sources.filter(unbounded)).toEqual([]);
  });

  test('is the one that this version was given for: changed rules need a new version', () => {
    const deciding = RULES.map(({ source: _source, shows: _shows, unlike: _unlike, ...rule }) => rule);
    const text = JSON.stringify(deciding, (_, value) => (value instanceof RegExp ? String(value) : value));
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
    expect({ version: RULES_VERSION, digest }).toEqual({ version: pinned.version, digest: pinned.digest });
  });
});

describe.each(RULES.map((rule) => ({ rule, signal: rule.signal })))('The rule $signal', ({ rule }) => {
  test.each(rule.shows)('sees %s', (text) => {
    const seen = placed(rule, text);
    expect(seen.length).toBeGreaterThan(0);
    for (const { evidence } of seen) expect(evidence.map(({ signal }) => signal)).toContain(rule.signal);
  });

  test.each(rule.unlike)('is not misled by %s', (text) => {
    for (const { evidence } of placed(rule, text)) {
      expect(evidence.map(({ signal }) => signal)).not.toContain(rule.signal);
    }
  });
});
