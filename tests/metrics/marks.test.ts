import { describe, expect, it } from 'vitest';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { aiAssistedThroughput, aiMarkedShare } from '../../server/metrics/ai-marked.ts';
import { isMarked, levelsTable, type Marks, toolSetsWith } from '../../server/metrics/marks.ts';
import { measureShare } from '../../server/metrics/measure.ts';
import { metrics } from '../../server/metrics/register.ts';
import { type Selection, setsWith } from '../../server/metrics/selection.ts';
import { weeklyItems } from '../../server/metrics/weekly-items.ts';
import { DAY, MINUTE } from '../../server/model/instant.ts';
import { MONDAY, snapshotOf } from '../support/facts.ts';
import { markedFacts } from '../support/marked-facts.ts';

const FILTERS: readonly [name: string, levels: readonly PullRequestFact['aiLevel'][], tool: string | null][] =
  [
    ['AI-marked', ['agent', 'assisted'], null],
    ['none seen', ['none'], null],
    ['one level', ['suggestion'], null],
    ['a tool', ['agent', 'assisted', 'suggestion', 'reviewed', 'none'], 'cursor'],
    ['a level with a tool', ['assisted'], 'claude-code'],
  ];
const END = (MONDAY + 70 * DAY) / MINUTE;

function selectionOf(
  { repositories, teamSets, weeks }: ReturnType<typeof snapshotOf>,
  by: Selection['by'],
  teams: readonly string[] | null,
): Selection {
  const many = repositories.values.length;
  const first = weeks.weekOf(MONDAY);
  return {
    repositories: new Uint8Array(many).fill(1),
    deploying: new Uint8Array(many).fill(1),
    teams: teams === null ? null : setsWith(teamSets.values, teams),
    ...{ from: first, to: first + 9, by },
    dataEnd: { ofRepository: new Int32Array(many).fill(END), last: END },
  };
}

describe.each([1, 2, 3])('a filter by AI involvement (seed %i)', (seed) => {
  const facts = markedFacts(seed);
  const all = snapshotOf(facts);

  it.each(FILTERS)('%s: every measure sees what it would if there were nothing else', (_, levels, tool) => {
    const passing = facts.filter(
      ({ aiLevel, aiTools }) => levels.includes(aiLevel) && (tool === null || aiTools.includes(tool)),
    );
    expect(passing.length).toBeGreaterThan(10);
    const alone = snapshotOf(passing);
    const marks: Marks = {
      levels: levelsTable(levels),
      tools: tool === null ? null : toolSetsWith(all.toolSets.values, tool),
    };
    for (const metric of metrics.filter(({ definition }) => definition.items === undefined)) {
      for (const by of ['opening', 'merge'] as const) {
        for (const teams of [null, ['pay']]) {
          const filtered = weeklyItems(all, metric, { ...selectionOf(all, by, teams), marks });
          const plain = weeklyItems(alone, metric, selectionOf(alone, by, teams));
          const { from, to } = filtered;
          expect([from, to]).toEqual([plain.from, plain.to]);
          for (let week = from; week <= to; week++) {
            const seen = [filtered, plain].map((items) => [
              items.measured(week, week),
              items.withoutValue(week, week),
              items.leftOut('automation', week, week),
              items.noted(week, week),
              ...(metric.kind === 'quantile' && items.measured(week, week) > 0
                ? items.quantiles(week, week, [0.5, 0.85])
                : []),
            ]);
            expect(seen[0], `${metric.definition.id} ${by} ${week}`).toEqual(seen[1]);
          }
        }
      }
    }
  });

  it('the share is that of what was merged and looked at; throughput counts the same ones', () => {
    const selection = selectionOf(all, 'merge', null);
    const merged = facts.filter(
      ({ mergedAt, leftOut, aiLevel }) => mergedAt !== null && leftOut === null && aiLevel,
    );
    const marked = merged.filter(({ aiLevel }) => aiLevel === 'agent' || aiLevel === 'assisted');
    const [share, throughput] = [aiMarkedShare, aiAssistedThroughput].map((metric) =>
      weeklyItems(all, metric, selection),
    );
    const { from, to } = selection;
    expect([share?.measured(from, to), share?.noted(from, to)]).toEqual([merged.length, marked.length]);
    expect(throughput?.measured(from, to)).toBe(marked.length);
  });
});

describe('the share', () => {
  it('is a value from ten on, too few below, and empty of nothing', () => {
    expect(measureShare(aiMarkedShare, 3, 12)).toEqual({
      state: 'value',
      value: 0.25,
      middleHalf: null,
      n: 12,
    });
    expect(measureShare(aiMarkedShare, 3, 9)).toEqual({ state: 'too-few', n: 9, needed: 10 });
    expect(measureShare(aiMarkedShare, 0, 0)).toEqual({ state: 'empty', n: 0 });
  });

  it('counts agent and assisted as marked, and nothing that was not looked at', () => {
    expect([0, 1, 2, 3, 4, 5].filter(isMarked)).toEqual([1, 2]);
  });
});
