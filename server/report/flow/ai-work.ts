import type { AiWork, AiWorkAnswer } from '../../contract/ai-work.ts';
import type { ResolvedView, View } from '../../contract/view.ts';
import { aiLevelNames } from '../../words/ai-level.ts';
import { number } from '../../words/number.ts';
import { toolName } from '../../words/tool.ts';
import { LEVELS } from '../asked-marks.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { type Question, resolveQuestion } from '../question.ts';
import { smallMarks } from '../small-marks.ts';
import { type Span, spanOf } from '../span.ts';
import { besideRest } from './ai-beside.ts';
import { aiCounts } from './ai-counts.ts';
import { aiWorkWords, noAiWork } from './ai-work-words.ts';
import { fullWeeksOf } from './asked-metrics.ts';
import { askedRows } from './asked-rows.ts';

/**
 * What AI took part in of all that was merged in the full weeks of a window: by level and by tool, and AI-marked work beside the
 * rest as a description. Whatever of it tells of fewer than five people is put together with others. Filters by AI involvement mean
 * nothing here. Throws QuestionError as every question does.
 */
export function aiWorkAnswer(held: Held, { ai: _ai, tool: _tool, ...view }: View): AiWorkAnswer {
  const question = resolveQuestion(held, 'merged-pull-requests', view);
  const { repositories } = question;
  const warnings = question.warnings.filter(({ code }) => code.startsWith('repository-'));
  const span = spanOf(held, repositories, question.view);
  const data = span === null || span.from === span.end ? noAiWork('early') : aiWork(held, question, span);
  return envelope(held, question.view, repositories.dataUntil, warnings, data);
}

function aiWork(held: Held, question: Question, span: Span): AiWork {
  const { view } = question;
  const may = (filter: Pick<ResolvedView, 'ai' | 'tool'>) =>
    smallMarks(held, { ...view, ...filter }) === null;
  if (!may({ ai: ['marked'], tool: null })) return noAiWork('few');
  const { chunks, leftOut } = askedRows(held.snapshot, fullWeeksOf(question, span));
  const counts = aiCounts(chunks, held.snapshot.toolSets.values);
  const { looked, marked } = counts;
  if (looked === 0) return noAiWork('nothing');
  const levels = LEVELS.map((level) => ({
    ...{ level, name: aiLevelNames[level], count: counts.levels.get(level) ?? 0 },
    shown: (counts.levels.get(level) ?? 0) === 0 || may({ ai: [level], tool: null }),
  }));
  const tools = [...counts.tools]
    .map(([tool, count]) => ({ tool, name: toolName(tool), count, shown: may({ ai: [], tool }) }))
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
  const shareOf = (count: number) => count / looked;
  const data = {
    levels: [
      ...levels
        .filter(({ shown }) => shown)
        .map(({ level, name, count }) => ({ level, name, count, share: shareOf(count) })),
      ...folded(levels, looked).map((one) => ({ ...one, level: null })),
    ],
    tools: [
      ...tools
        .filter(({ shown }) => shown)
        .map(({ tool, name, count }) => ({ tool, name, count, share: shareOf(count) })),
      ...folded(tools, looked, counts.withAny).map((one) => ({ ...one, tool: null })),
    ],
    beside: besideRest(chunks),
  };
  return { ...data, ...aiWorkWords(question, { looked, marked, unlooked: counts.unlooked, leftOut }, data) };
}

type Countable = { count: number; shown: boolean; tool?: string };

/** What may not be shown by itself, together: all levels of a half, or all tools that are too few; one tool alone is left out. */
function folded(
  all: readonly Countable[],
  of: number,
  withAny?: (tools: ReadonlySet<string>) => number,
): { name: string; count: number; share: number }[] {
  const some = all.filter(({ shown, count }) => !shown && count > 0);
  if (some.length < 2) return [];
  const names = new Set(some.flatMap(({ tool }) => tool ?? []));
  const count = withAny?.(names) ?? some.reduce((sum, one) => sum + one.count, 0);
  return [{ name: `${number(some.length)} others together`, count, share: count / of }];
}
