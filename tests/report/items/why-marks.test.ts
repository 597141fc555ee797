import { describe, expect, it } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import { itemsAnswer } from '../../../server/report/items/items-answer.ts';
import { whyMarks } from '../../../server/report/items/why-marks.ts';
import { attributed, plainCommit } from '../../support/attributed.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { withoutTitles } from '../../support/item-titles.ts';

const trailer = 'Coupons\n\nCo-authored-by: Claude <noreply@anthropic.com>';

describe('how AI took part in an item', () => {
  it('is said in a sentence, with the commits that are marked', () => {
    const told = whyMarks(
      attributed({
        commits: [plainCommit({ sha: 'a'.repeat(40), message: trailer }), plainCommit({ sha: 'b' })],
      }),
    );
    expect(told?.sentence).toBe('A person did it with AI (Claude Code): 1 of 2 commits marked.');
    expect(told?.evidence.map(({ commit, text }) => [commit, text])).toEqual([
      ['a'.repeat(12), 'Co-authored-by: Claude <…@anthropic.com>'],
    ]);
  });

  it('“none seen” is not “no AI”, and what was not looked at is neither', () => {
    expect(whyMarks(attributed({}))?.sentence).toBe('No mark of AI was seen, which is not “no AI”.');
    expect(whyMarks(null)).toBeNull();
    expect(whyMarks({ ...attributed({}), excluded: 'person' })?.sentence).toBe(
      'Not looked at: the organisation has excluded this work.',
    );
  });

  it('shows weak marks too, which decide nothing', () => {
    const note =
      '---\n{"schema_version":"authorship/3.0.0","prompts":{},"sessions":{"s_c9883b05a2487d":' +
      '{"agent_id":{"tool":"claude","id":"1","model":"x"}}}}';
    const told = whyMarks(attributed({ commits: [plainCommit({ note })] }));
    expect([told?.level, told?.evidence.map(({ strength }) => strength)]).toEqual(['none', ['weak']]);
  });
});

describe('a list of items', () => {
  const facts = Array.from({ length: 24 }, (_, number) =>
    forgeFact(number + 1, {
      ...{ person: `p${number % 8}`, mergedAt: MONDAY + (number % 5) * DAY },
      ...(number % 3 === 0 ? { aiLevel: 'assisted', aiTools: ['cursor'] } : { aiLevel: 'none' }),
    }),
  );
  const held = heldOf(facts, [freshForge(MONDAY + 14 * DAY)]);

  it('tells level and tools of each, and can be narrowed to them', async () => {
    const { data } = await itemsAnswer(held, withoutTitles(), { ai: ['marked'] });
    expect(data.count).toBe(8);
    expect(new Set(data.items.map(({ aiLevel, aiTools }) => `${aiLevel} ${aiTools}`))).toEqual(
      new Set(['assisted cursor']),
    );
    expect((await itemsAnswer(held, withoutTitles(), { tool: 'cursor' })).data.count).toBe(8);
    expect((await itemsAnswer(held, withoutTitles(), {})).data.count).toBe(24);
  });

  it('of open work is not narrowed, and says so', async () => {
    const { warnings } = await itemsAnswer(held, withoutTitles(), { ai: ['marked'], state: 'open' });
    expect(warnings.map(({ code }) => code)).toContain('ai-not-applied');
  });
});
