import type { Message } from '../model/message.ts';
import { SourceError } from '../net/source-error.ts';
import { githubClient } from '../sources/github/client.ts';
import type { GithubOutside } from '../sources/github/outside.ts';

type Outside = Pick<GithubOutside, 'apiUrl' | 'auth' | 'fetch'>;

/** An issue as GitHub tells it, as far as it is read here. */
type Known = { number: number; body?: string | null };

/**
 * Writes the message into an open issue of a repository: the one about the same when there is one, else a new one. So a weekly digest
 * is one issue that stays, and whoever is subscribed sees what changed.
 * @param repository OWNER/NAME
 * @throws SourceError `issue-refused`
 */
export async function toGithubIssue(
  repository: string,
  message: Message,
  outside: Outside,
  signal: AbortSignal,
): Promise<void> {
  const [owner = '', repo = ''] = repository.split('/');
  const client = githubClient(outside);
  const marker = markerOf(message.about);
  const content = { title: message.subject, body: `${message.markdown}\n\n${marker}` };
  try {
    const found = await client.rest(
      'GET /repos/{owner}/{repo}/issues',
      { owner, repo, state: 'open', sort: 'updated', direction: 'desc', per_page: 100 },
      signal,
    );
    const same = issues(found).find(({ body }) => body?.includes(marker));
    if (same === undefined) {
      await client.rest('POST /repos/{owner}/{repo}/issues', { owner, repo, ...content }, signal);
    } else {
      const place = { owner, repo, issue_number: same.number };
      await client.rest(
        'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
        { ...place, ...content },
        signal,
      );
    }
  } catch (cause) {
    if (signal.aborted) throw cause;
    const status = client.seen()?.status ?? null;
    throw new SourceError('issue-refused', `${repository}: ${whyNot(status)}`, { cause });
  }
}

/** A comment in the text that no reader sees, by which the issue is found again. */
function markerOf(about: string): string {
  return `<!-- uptake ${about} -->`;
}

function issues(answer: unknown): Known[] {
  return Array.isArray(answer) ? answer.filter(isKnown) : [];
}

function isKnown(value: unknown): value is Known {
  return typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'number';
}

function whyNot(status: number | null): string {
  if (status === null) return 'GitHub does not answer, so that no issue was written.';
  if (status === 401) return 'GitHub refused the token, so that no issue was written.';
  if (status === 403 || status === 404) {
    return `the token may not write issues there (${status}). Grant "Issues: read and write" for this repository.`;
  }
  if (status === 410) return 'issues are switched off there (410).';
  return `GitHub refused the issue (${status}).`;
}
