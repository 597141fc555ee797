import type { AttributionInput } from '../facts/attribution/attribute.ts';
import type { AttributedCommit } from '../facts/attribution/commit-evidence.ts';
import type { OwnCommit } from '../facts/pull-request-input.ts';
import type { MeasuredRows } from '../store/measured.ts';

/** All stored places in which a mark may stand. Of a direct push these are its one commit. */
export function attributionInputOf(rows: MeasuredRows): AttributionInput {
  const { repositoryName: repository, notes } = rows;
  const commit = ({ sha, author, message, authoredAt, parents }: OwnCommit): AttributedCommit => {
    return { sha, author, message, authoredAt, parents, note: notes.get(sha) ?? null };
  };
  if (rows.kind === 'landing') {
    const none = {
      title: '',
      body: '',
      branch: null,
      labels: [],
      account: null,
      reviewers: [],
      landed: null,
    };
    return { ...none, repository, commits: [commit(rows.commit)] };
  }
  const { title, body, headBranch, forge } = rows.pullRequest;
  const responses = [...(forge?.reviews ?? []), ...(forge?.comments ?? [])];
  return {
    ...{ repository, title, body, branch: headBranch },
    labels: forge?.labels ?? [],
    account: forge?.account ?? null,
    reviewers: responses.flatMap(({ account }) => account ?? []),
    commits: rows.commits?.map(commit) ?? null,
    landed: rows.landed === null ? null : commit(rows.landed),
  };
}
