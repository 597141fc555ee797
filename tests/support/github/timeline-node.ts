import { accountNode } from './account-node.ts';
import { type Connection, listConnection, type PageArguments } from './connection.ts';
import { nodeId } from './node-id.ts';
import type { FakeEvent, FakePullRequest } from './pull-request.ts';
import type { FakeRepository } from './repository.ts';

export type TimelineArguments = PageArguments & { itemTypes?: string[] | null };

/** A pull request's events of the kinds asked for. Kinds that no test has written down are refused, not answered with nothing. */
export function timelineItems(
  pullRequest: FakePullRequest,
  repository: FakeRepository,
  { itemTypes, ...page }: TimelineArguments,
): Connection<FakeEvent> {
  if (!itemTypes) throw new Error('The fake GitHub serves timelineItems with itemTypes only');
  const kinds = itemTypes.map(kindOf);
  const events = pullRequest.timeline.filter((event) => kinds.includes(event.kind));
  return listConnection(events, page, (event) => eventNode(event, pullRequest, repository));
}

function eventNode(event: FakeEvent, pullRequest: FakePullRequest, repository: FakeRepository): object {
  const { id, kind, createdAt, actor, requestedReviewer } = event;
  return {
    __typename: kind,
    id: () => nodeId('EV', repository.databaseId, pullRequest.number, id),
    createdAt,
    actor: () => accountNode(actor),
    requestedReviewer: () => {
      if (!requestedReviewer) return null;
      if (!('team' in requestedReviewer)) return accountNode(requestedReviewer);
      const slug = requestedReviewer.team;
      return { __typename: 'Team', slug, name: slug, combinedSlug: `${repository.owner}/${slug}` };
    },
  };
}

const served: Record<string, FakeEvent['kind']> = {
  READY_FOR_REVIEW_EVENT: 'ReadyForReviewEvent',
  CONVERT_TO_DRAFT_EVENT: 'ConvertToDraftEvent',
  REVIEW_REQUESTED_EVENT: 'ReviewRequestedEvent',
  REVIEW_REQUEST_REMOVED_EVENT: 'ReviewRequestRemovedEvent',
  HEAD_REF_FORCE_PUSHED_EVENT: 'HeadRefForcePushedEvent',
  REOPENED_EVENT: 'ReopenedEvent',
  CLOSED_EVENT: 'ClosedEvent',
  MERGED_EVENT: 'MergedEvent',
};

function kindOf(itemType: string): FakeEvent['kind'] {
  const kind = served[itemType];
  if (kind === undefined) throw new Error(`The fake GitHub serves no timeline items of type ${itemType}`);
  return kind;
}
