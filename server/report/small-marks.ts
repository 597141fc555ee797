import type { ResolvedView } from '../contract/view.ts';
import type { Metric } from '../metrics/definition.ts';
import { QuestionError } from '../model/errors.ts';
import { onlyOne } from './group-privacy.ts';
import type { Held } from './live.ts';
import { markedGroups, mayBeParted } from './marked-groups.ts';
import { isOfNotes, notesUnknowable } from './noted-work.ts';
import type { Unknowable } from './unknowable.ts';

/** Why a filter by AI involvement may not be asked for, with any other or without. */
export const FEW_MARKS =
  'Fewer than five people have such work, or all work but such, in this window: it is shown only as part of others';

const HERE =
  'Too few people here have such work, or all work but such: take off this filter or the one by AI';

type Small = { field: 'ai' | 'tool' | 'team' | 'repo'; message: string };

/** Why a filter by AI involvement would tell of fewer than five people of those asked about; null: it may be asked for. */
export function smallMarks(held: Held, asked: ResolvedView): Small | null {
  const { team, repo, ai, tool, ...window } = asked;
  if (ai.length === 0 && tool === null) return null;
  const filter = { ai, tool };
  if (!mayBeParted(held, window, filter)) {
    return { field: ai.length > 0 ? 'ai' : 'tool', message: `${FEW_MARKS}.` };
  }
  const inRepository = repo !== null && !onlyOne(held) ? repo : null;
  if (team.length === 0 && inRepository === null) return null;
  const { teams, repositories, within } = markedGroups(held, window, filter);
  const folded = team.find(
    (id) => !teams.has(id) || (inRepository !== null && !within.get(id)?.has(inRepository)),
  );
  if (folded !== undefined) {
    return { field: 'team', message: `${held.teamNames.get(folded) ?? folded}. ${HERE}.` };
  }
  if (inRepository === null || repositories.has(inRepository)) return null;
  const name = held.freshness.find(({ repositoryId }) => repositoryId === inRepository)?.name;
  return { field: 'repo', message: `${name ?? inRepository}. ${HERE}.` };
}

/** Throws QuestionError where `smallMarks` has something to say. */
export function refuseSmallMarks(held: Held, asked: ResolvedView): void {
  const small = smallMarks(held, asked);
  if (small !== null) throw new QuestionError('group-too-small', small.message, small.field);
}

const OF_MARKS: ReadonlySet<Metric['definition']['id']> = new Set([
  'ai-marked-share',
  'ai-assisted-throughput',
]);

/** Measures of marked work tell what a filter by it tells: why one is not answered although the page around it is. */
export function marksUnknowable(held: Held, asked: ResolvedView, metric: Metric): Unknowable | null {
  const { definition } = metric;
  if (isOfNotes(metric)) return notesUnknowable(held, asked);
  if (!OF_MARKS.has(definition.id)) return null;
  const share = definition.unit === 'share of pull requests';
  const ai = share || asked.ai.length === 0 ? (['marked'] as const) : asked.ai;
  const small = smallMarks(held, { ...asked, ai: [...ai], tool: share ? null : asked.tool });
  if (small === null) return null;
  return {
    why: 'group-too-small',
    finding: 'Too few people have AI-marked work, or other work, to tell them apart',
    whatToDo: 'Ask for all teams and repositories, or for a longer window. None seen is not “no AI”.',
  };
}
