import type { ImportStatus } from '../contract/status.ts';
import { weeklyItems } from '../metrics/weekly-items.ts';
import { duration } from '../words/duration.ts';
import { count, number } from '../words/number.ts';
import type { Held } from './live.ts';
import { measured } from './points.ts';
import { resolveQuestion } from './question.ts';
import { selected } from './selected.ts';
import { spanOf } from './span.ts';

/**
 * What is true of what is there already, in a sentence that a running import makes longer: "31 of 120 repositories in: half of pull
 * requests merged within 38 hours so far." Null: nothing is there yet.
 */
export function soFar(held: Held, running: ImportStatus | null): string | null {
  const [repositories, projects] = [held.freshness.length, held.issues.freshness.length];
  if (repositories === 0) return projects === 0 ? null : `${count(projects, 'project')} of the tracker in.`;
  const of = running?.repositories ?? 0;
  const there =
    of > repositories
      ? `${number(repositories)} of ${count(of, 'repository', 'repositories')} in`
      : `${count(repositories, 'repository', 'repositories')} in`;
  const half = mergedWithin(held);
  const end = running === null ? '' : ' so far';
  return half === null ? `${there}.` : `${there}: half of pull requests merged within ${half}${end}.`;
}

function mergedWithin(held: Held): string | null {
  const question = resolveQuestion(held, 'time-to-merge', { window: 'all', by: 'merge' });
  const span = spanOf(held, question.repositories, question.view);
  if (span === null || question.never !== null) return null;
  const items = weeklyItems(held.snapshot, question.metric, selected(held, question, span));
  const found = { items, roster: null, isYoung: () => false };
  const told = measured(question, found, span.from, span.to);
  return told.state === 'value' ? duration(told.value) : null;
}
