import { describe, expect, it } from 'vitest';
import type { AiFilter, View } from '../../server/contract/view.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { QuestionError } from '../../server/model/errors.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { choicesAnswer } from '../../server/report/choices.ts';
import { teamMultiplesAnswer } from '../../server/report/flow/team-multiples.ts';
import { itemsAnswer } from '../../server/report/items/items-answer.ts';
import type { Held } from '../../server/report/live.ts';
import { resolveQuestion } from '../../server/report/question.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';
import { withoutTitles } from '../support/item-titles.ts';
import { seededRandom } from '../support/random-history.ts';

type Marked = Pick<PullRequestFact, 'aiLevel' | 'aiTools'>;
const UNMARKED: Marked = { aiLevel: 'none', aiTools: [] };
const TEAMS = ['pay', 'search', 'till'];

/** Four merged pull requests of each of these people, within four weeks. */
function worldOf(people: readonly { person: string; team: string; marks: readonly Marked[] }[]) {
  const facts = people.flatMap(({ person, team, marks }, who) =>
    marks.map((mark, at) =>
      forgeFact(who * 20 + at + 1, {
        ...{ person, teams: [team], teamBasis: 'stated' as const, ...mark },
        mergedAt: MONDAY + at * 7 * DAY + who * HOUR,
      }),
    ),
  );
  return { facts, held: heldOf(facts, [freshForge(MONDAY + 35 * DAY)], 'UTC', TEAMS) };
}

function randomWorld(seed: number) {
  const random = seededRandom(seed);
  const levels = ['agent', 'assisted', 'suggestion', 'reviewed', 'none'] as const;
  const people = Array.from({ length: 18 + Math.floor(random() * 20) }, (_, who) => {
    const eager = random() ** 3;
    const tool = ['claude-code', 'cursor', 'devin'][Math.floor(random() ** 2 * 3)] ?? '';
    const marks = Array.from({ length: 4 }, (): Marked => {
      if (random() > eager) return UNMARKED;
      const aiLevel = levels[Math.floor(random() * 5)] ?? 'none';
      return { aiLevel, aiTools: aiLevel === 'none' ? [] : [tool] };
    });
    return { person: `p${who}`, team: TEAMS[Math.floor(random() ** 1.5 * 3)] ?? 'pay', marks };
  });
  return worldOf(people);
}

const AI: readonly (readonly AiFilter[])[] = [
  ...[[], ['marked'], ['agent'], ['assisted'], ['suggestion'], ['reviewed'], ['none']],
  ...[['agent', 'suggestion'], ['unmarked'], ['none', 'reviewed', 'suggestion'], ['marked', 'suggestion']],
] as const;
const GROUPS = [
  [],
  ...TEAMS.map((team) => [team]),
  ['pay', 'search'],
  ['pay', 'till'],
  ['search', 'till'],
  TEAMS,
];

function allowed(held: Held, view: View): boolean {
  try {
    resolveQuestion(held, 'merged-pull-requests', view);
    return true;
  } catch (error) {
    if (error instanceof QuestionError && error.code === 'group-too-small') return false;
    throw error;
  }
}

function passes({ aiLevel, aiTools, teams }: PullRequestFact, { ai = [], tool, team = [] }: View): boolean {
  const marked = aiLevel === 'agent' || aiLevel === 'assisted';
  const level = ai.some(
    (one) => one === aiLevel || (one === 'marked' && marked) || (one === 'unmarked' && !marked),
  );
  return (
    (ai.length === 0 || level) &&
    (tool === undefined || aiTools.includes(tool)) &&
    (team.length === 0 || team.some((one) => teams.includes(one)))
  );
}

/** Filters of which one lets pass all that the other does and, beside it, work of one to four people alone. */
function holes({ facts, held }: ReturnType<typeof worldOf>, tools: readonly (string | undefined)[]) {
  const views = GROUPS.flatMap((team) =>
    AI.flatMap((ai) =>
      tools.map(
        (tool): View => ({
          window: 'all',
          ...(team.length > 0 && { team }),
          ...(ai.length > 0 && { ai: [...ai] }),
          ...(tool !== undefined && { tool }),
        }),
      ),
    ),
  ).filter((view) => allowed(held, view));
  const found: string[] = [];
  const sets = views.map((view) => ({ view, work: new Set(facts.filter((one) => passes(one, view))) }));
  for (const { view, work } of sets) {
    for (const other of sets) {
      if ([...work].some((one) => !other.work.has(one))) continue;
      const beside = [...other.work].filter((one) => !work.has(one));
      const owners = new Set(beside.map(({ person }) => person)).size;
      if (owners > 0 && owners < 5)
        found.push(`${JSON.stringify(other.view)} but ${JSON.stringify(view)}: ${owners}`);
    }
    const own = new Set([...work].map(({ person }) => person)).size;
    if (own > 0 && own < 5) found.push(`${JSON.stringify(view)}: ${own}`);
  }
  return {
    found,
    filters: sets.filter(({ view }) => view.ai !== undefined || view.tool !== undefined).length,
  };
}

describe('a filter by AI involvement', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    'tells of fewer than five people neither by itself nor beside another by level (seed %i)',
    (seed) => {
      expect(holes(randomWorld(seed), [undefined]).found).toEqual([]);
    },
  );

  it.each([1, 2, 3, 4, 5, 6])('nor does one by tool beside all work and AI-marked work (seed %i)', (seed) => {
    const { facts, held } = randomWorld(seed);
    for (const tool of ['claude-code', 'cursor', 'devin']) {
      if (!facts.some(({ aiTools }) => aiTools.includes(tool))) continue;
      expect(holes({ facts, held }, [undefined, tool]).found, tool).toEqual([]);
    }
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'nor does any of a team, a tool and levels beside any other of them (seed %i)',
    (seed) => {
      const { facts, held } = randomWorld(seed);
      const tools = [...new Set(facts.flatMap(({ aiTools }) => aiTools))];
      expect(holes({ facts, held }, [undefined, ...tools]).found).toEqual([]);
    },
  );

  it('is not refused altogether in these organisations', () => {
    const many = Array.from({ length: 12 }, (_, seed) => holes(randomWorld(seed + 1), [undefined]).filters);
    expect(many.reduce((sum, filters) => sum + filters, 0)).toBeGreaterThan(40);
  });

  it('may be asked for where enough people have such work and enough have other', () => {
    const someOf = (team: string, many: number) =>
      Array.from({ length: many }, (_, who) => ({
        ...{ person: `${team}${who}`, team },
        marks: [{ aiLevel: 'assisted' as const, aiTools: ['cursor'] }, UNMARKED, UNMARKED],
      }));
    const { held } = worldOf([...someOf('pay', 9), ...someOf('search', 8)]);
    for (const view of [{ ai: ['marked'] }, { tool: 'cursor' }, { ai: ['none'], team: ['pay'] }] as View[])
      expect(allowed(held, { ...view, window: 'all' }), JSON.stringify(view)).toBe(true);
    const { data } = seriesAnswer(held, 'merged-pull-requests', { ai: ['marked'], window: 'all' });
    expect(data.n).toBe(17);
  });

  it('is refused in a sentence where it would not, and said so among the choices', () => {
    const marks = [{ aiLevel: 'assisted' as const, aiTools: ['cursor'] }];
    const people = Array.from({ length: 12 }, (_, who) => ({
      ...{ person: `p${who}`, team: 'pay' },
      marks: who < 3 ? marks : [UNMARKED],
    }));
    const { held } = worldOf(people);
    expect(() => resolveQuestion(held, 'cycle-time', { ai: ['marked'] })).toThrow(
      'Fewer than five people have such work, or all work but such, in this window: it is shown only as part of others.',
    );
    expect(() => itemsAnswer(held, withoutTitles(), { measure: 'ai-assisted-throughput' })).toThrow(
      'Too few people have AI-marked work',
    );
    expect(seriesAnswer(held, 'ai-marked-share', {}).data).toMatchObject({
      unknowable: 'group-too-small',
      points: [],
    });
    const { marks: choices } = choicesAnswer(held, { window: 'all' }).data;
    expect(choices.find(({ ai }) => ai === 'marked')?.folded).toMatch(/^Fewer than five/);
    expect(choices.find(({ tool }) => tool === 'cursor')?.folded).toMatch(/^Fewer than five/);
  });

  it('leaves teams among the others of which it would tell too well', () => {
    const of = (team: string, many: number, marked: number) =>
      Array.from({ length: many }, (_, who) => ({
        ...{ person: `${team}${who}`, team },
        marks: [who < marked ? { aiLevel: 'agent' as const, aiTools: ['devin'] } : UNMARKED, UNMARKED],
      }));
    const { held } = worldOf([...of('pay', 10, 9), ...of('search', 10, 8), ...of('till', 9, 2)]);
    const names = (view: View) =>
      teamMultiplesAnswer(held, 'time-to-merge', { ...view, window: 'all', by: 'merge' }).data.panels.map(
        ({ name }) => name,
      );
    expect(names({})).toEqual(['The pay', 'The search', 'The till']);
    expect(names({ ai: ['marked'] })).not.toContain('The till');
  });

  it('does not apply to open work and to shares, and says so', () => {
    const { held } = randomWorld(3);
    for (const measure of ['work-in-progress', 'ai-marked-share'] as const) {
      const { warnings, data } = seriesAnswer(held, measure, { ai: ['marked'], window: 'all' });
      expect(warnings.map(({ code }) => code)).toContain('ai-not-applied');
      expect(data).toEqual(seriesAnswer(held, measure, { window: 'all' }).data);
    }
  });

  it('names the tools there are where one is asked for that is none of them', () => {
    const { held } = randomWorld(3);
    expect(() => resolveQuestion(held, 'cycle-time', { tool: 'abacus' })).toThrow(
      'No work carries a mark of "abacus".',
    );
  });
});
