import type { ResolvedView, View } from '../../contract/view.ts';
import { QuestionError } from '../../model/errors.ts';
import { groupsOf } from '../group-privacy.ts';
import type { Held } from '../live.ts';
import { type Question, resolveQuestion } from '../question.ts';
import { FEWEST } from '../too-close.ts';
import type { Warning } from '../warnings.ts';

/** A question about deployments: which repositories that deploy, and why nothing can be known where it cannot. */
export type DeliveryQuestion = {
  question: Question;
  /** Of those asked about. */
  deploying: readonly string[];
  /** Of these, where it is set up what a failure is. */
  judged: ReadonlySet<string>;
  warnings: Warning[];
};

/**
 * Resolved as a question about deploy time is, so that one repository may be asked for exactly where its pull requests may. What a
 * percentile, working hours or AI involvement is asked of are pull requests: these say nothing of deployments. Throws QuestionError.
 */
export function askedDelivery(held: Held, view: View): DeliveryQuestion {
  const { ai, tool, stat: _stat, by: _by, hours: _hours, ...asked } = view;
  const question = resolveQuestion(held, 'deploy-time', asked);
  const deploying = question.repositories.freshness
    .filter(({ deployedBy }) => deployedBy !== null)
    .map(({ repositoryId }) => repositoryId);
  refuseSmallRest(held, question.view);
  const { rules } = held.delivery;
  return {
    question,
    deploying,
    judged: new Set(deploying.filter((id) => (rules.get(id) ?? null) !== null)),
    warnings: [
      ...question.warnings.filter(
        ({ code }) => code.startsWith('repository-') || code === 'clone-beside-forge',
      ),
      ...(ai === undefined && tool === undefined ? [] : [NOT_BY_AI]),
    ],
  };
}

const NOT_BY_AI: Warning = {
  code: 'marks-not-applied',
  message: 'A deployment carries work of every kind: its figures are not told by AI involvement.',
};

/**
 * All deployments less those of the repositories that may be asked for are those of the rest: where fewer than five people work in
 * that, the smallest of the others is not told apart either.
 */
function refuseSmallRest(held: Held, { repo, team: _team, ...window }: ResolvedView): void {
  if (repo === null) return;
  const { repositories, people } = groupsOf(held, window);
  const deploying = held.freshness.filter(({ deployedBy, repositoryId }) => {
    return deployedBy !== null && (people.repositories.get(repositoryId) ?? 0) > 0;
  });
  const sizeOf = (id: string) => people.repositories.get(id) ?? 0;
  const folded = deploying.filter(({ repositoryId }) => !repositories.has(repositoryId));
  const inFolded = folded.reduce((sum, { repositoryId }) => sum + sizeOf(repositoryId), 0);
  if (inFolded === 0 || inFolded >= FEWEST) return;
  const offered = deploying.filter(({ repositoryId }) => repositories.has(repositoryId));
  const [smallest] = offered.toSorted(
    (one, other) =>
      sizeOf(one.repositoryId) - sizeOf(other.repositoryId) ||
      one.repositoryId.localeCompare(other.repositoryId),
  );
  if (smallest?.repositoryId !== repo) return;
  const message = `${smallest.name}. Too few people work in the other repositories that deploy: its deployments are shown only as part of all.`;
  throw new QuestionError('group-too-small', message, 'repo');
}
