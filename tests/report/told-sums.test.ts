import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { aiWorkAnswer } from '../../server/report/flow/ai-work.ts';
import { resolveQuestion } from '../../server/report/question.ts';
import { toldApart } from '../../server/report/told-sums.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

const ALL = ['claude-code', 'cursor', 'devin'];
const sorted = (sets: readonly ReadonlySet<number>[]) => sets.map((set) => [...set].sort().join()).sort();

describe('Sums by tool tell apart', () => {
  it('what has neither of two, where nothing has both', () => {
    const kinds = [['a'], ['b'], ['c'], ['a', 'c']];
    expect(sorted(toldApart(kinds, ['a', 'b']))).toContain('2');
  });

  it('what has both of two, where nothing has neither', () => {
    expect(sorted(toldApart([['a'], ['b'], ['a', 'b']], ['a', 'b']))).toContain('2');
    expect(sorted(toldApart([['a'], ['b'], ['a', 'b'], []], ['a', 'b']))).not.toContain('2');
  });

  it('all, each tool and what it leaves', () => {
    expect(sorted(toldApart([['a'], ['b'], []], ['a']))).toEqual(['0', '0,1,2', '1,2']);
  });
});

/** One marked pull request a week of each person with these tools, and as many without any mark of others. */
function worldOf(people: readonly (readonly string[][])[]) {
  const marked = people.flatMap((work, who) => work.map((tools, at) => one(`p${who}`, who, at, tools)));
  const plain = Array.from({ length: 24 }, (_, at) =>
    one(`q${at % 8}`, 90 + (at % 8), Math.floor(at / 8), []),
  );
  return heldOf([...marked, ...plain], [freshForge(MONDAY + 35 * DAY)], 'UTC');
}

function one(person: string, who: number, at: number, aiTools: readonly string[]) {
  return forgeFact(who * 20 + at + 1, {
    ...{ person, aiTools, aiLevel: aiTools.length === 0 ? ('none' as const) : ('assisted' as const) },
    mergedAt: MONDAY + at * 7 * DAY + who * HOUR,
  });
}

describe('A tool', () => {
  const six = <T>(one: T): T[] => Array.from({ length: 6 }, () => one);

  it('is not told of where all less two others would tell of one person', () => {
    const people = [
      ...six([['claude-code']]),
      ...six([['cursor']]),
      ...six([['claude-code', 'devin']]),
      [['devin']],
    ];
    const held = worldOf(people);
    const answered = ALL.filter((tool) => isAnswered(held, tool));
    expect(answered.length).toBeLessThan(3);
    const { tools } = aiWorkAnswer(held, { window: 'all' }).data;
    expect(tools.filter(({ tool }) => tool !== null).length).toBeLessThan(3);
  });

  it('is told of where what the others leave is that of five people', () => {
    const people = [...six([['claude-code']]), ...six([['cursor']]), ...six([['devin']])];
    expect(ALL.filter((tool) => isAnswered(worldOf(people), tool))).toEqual(ALL);
  });

  it('is never told of so that the sums that are leave one to four people alone', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const random = seededRandom(seed);
      const people = Array.from({ length: 26 }, () =>
        Array.from({ length: 2 }, () => {
          const [first = '', second = ''] = [
            ALL[Math.floor(random() ** 2 * 3)],
            ALL[Math.floor(random() * 3)],
          ];
          return random() < 0.85 || first === second ? [first] : [first, second].sort();
        }),
      );
      const held = worldOf(people);
      const told = ALL.filter((tool) => isAnswered(held, tool));
      const kinds = [...new Set(people.flat().map((tools) => tools.join()))].map((kind) => kind.split(','));
      const sums = [
        kinds.map(() => 1),
        ...told.map((tool) => kinds.map((kind) => Number(kind.includes(tool)))),
      ];
      expect(aloneIn(people, kinds, sums), `seed ${seed}`).toEqual([]);
    }
  });
});

describe('Within one team', () => {
  const TEAMS = ['pay', 'till'];

  /** Marked work of one to two tools, and some without a mark, of people of two teams. */
  function randomTeams(seed: number) {
    const random = seededRandom(seed);
    const some = (tools: readonly string[]) => tools[Math.floor(random() ** 1.6 * tools.length)] ?? '';
    return Array.from({ length: 44 }, (_, who) => {
      const team = TEAMS[who % 2] ?? '';
      const work = Array.from({ length: 3 }, (): string[] => {
        if (random() < 0.3) return [];
        const [first, second] = [some(ALL), some(ALL)];
        return random() < 0.85 || first === second ? [first] : [first, second].sort();
      });
      return { person: `p${who}`, team, work };
    });
  }

  function heldTeams(people: ReturnType<typeof randomTeams>) {
    const facts = people.flatMap(({ person, team, work }, who) =>
      work.map((tools, at) => ({
        ...one(person, who, at, tools),
        ...{ teams: [team], teamBasis: 'stated' as const },
      })),
    );
    return heldOf(facts, [freshForge(MONDAY + 35 * DAY)], 'UTC', TEAMS);
  }

  it('the sums by tool that are told leave one to four people alone in no team', () => {
    let told = 0;
    for (let seed = 1; seed <= 24; seed += 1) {
      const people = randomTeams(seed);
      const held = heldTeams(people);
      for (const team of TEAMS) {
        const own = people.filter((one) => one.team === team).map(({ work }) => work);
        const kinds = [...new Set(own.flat().map((tools) => tools.join()))].map((kind) =>
          kind === '' ? [] : kind.split(','),
        );
        const tools = ALL.filter((tool) => isAnswered(held, tool, [team]));
        told += tools.length;
        const sums = [
          kinds.map(() => 1),
          ...(isAnswered(held, undefined, [team], ['marked'])
            ? [kinds.map((kind) => Number(kind.length > 0))]
            : []),
          ...tools.map((tool) => kinds.map((kind) => Number(kind.includes(tool)))),
        ];
        expect(aloneIn(own, kinds, sums), `seed ${seed}, ${team}, ${tools}`).toEqual([]);
      }
    }
    expect(told).toBeGreaterThan(10);
  });
});

/** Sets of kinds that are in the span of some sums and are the work of one to four people. */
function aloneIn(
  people: readonly (readonly (readonly string[])[])[],
  kinds: readonly (readonly string[])[],
  sums: readonly (readonly number[])[],
): string[] {
  const found: string[] = [];
  const whole = rank(sums);
  for (let set = 1; set < 2 ** kinds.length; set += 1) {
    const some = kinds.map((_, place) => (set >> place) & 1);
    const names = new Set(kinds.filter((_, place) => some[place] === 1).map((kind) => kind.join()));
    const owners = people.filter((work) => work.some((tools) => names.has(tools.join()))).length;
    if (owners < 5 && rank([...sums, some]) === whole) found.push([...names].join(' and '));
  }
  return found;
}

function isAnswered(
  held: ReturnType<typeof worldOf>,
  tool: string | undefined,
  team: readonly string[] = [],
  ai: readonly 'marked'[] = [],
): boolean {
  try {
    resolveQuestion(held, 'merged-pull-requests', {
      ...{ window: 'all', ...(tool !== undefined && { tool }) },
      ...(team.length > 0 && { team: [...team] }),
      ...(ai.length > 0 && { ai: [...ai] }),
    });
    return true;
  } catch {
    return false;
  }
}

/** Of a matrix of small whole numbers, by elimination: what lies in the span of rows does not raise it. */
function rank(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const place = left.findIndex((row, at) => at >= found && Math.abs(row[column] ?? 0) > 1e-9);
    if (place < 0) continue;
    const [pivot = []] = left.splice(place, 1);
    left.splice(found, 0, pivot);
    found += 1;
    for (const row of left.slice(found)) {
      const times = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) - times * (pivot[at] ?? 0);
    }
  }
  return found;
}
