/** What a message says about the pull request that it landed. */
export type LandingMark = {
  number: number;
  title: string;
  body: string;
  headBranch: string | null;
  /** Whose repository the branch was in, as GitHub's merge message names it. */
  headOwner: string | null;
  /** `commit`: every commit of the pull request says so by a trailer of its own; `landing`: the one that landed it does. */
  by: 'landing' | 'commit';
};

type Pattern = {
  forge: string;
  /** On merge commits, on commits with one parent, or on both. */
  on: 'merge' | 'single' | 'both';
  place: 'start' | 'end' | 'line';
  /** Groups: number; perhaps title and branch. */
  pattern: RegExp;
  branch?: RegExp;
  by?: 'commit';
};

/** Tried from the top; the first that matches tells the number. Anchored, and free of nested repetition: messages are hostile. */
const PATTERNS: readonly Pattern[] = [
  {
    forge: 'GitHub',
    on: 'both',
    place: 'start',
    pattern:
      /^Merged? (?:pull request|PR) #(?<number>\d{1,9})\b(?: from (?:(?<owner>[^\s/]+)\/)?(?<branch>\S+))?(?:: (?<title>.+))?/,
  },
  {
    forge: 'Azure DevOps',
    on: 'both',
    place: 'start',
    pattern: /^Merged? PR (?<number>\d{1,9})\b(?:: (?<title>.+))?/,
  },
  {
    forge: 'Bitbucket Cloud',
    on: 'both',
    place: 'start',
    pattern: /^Merged in (?<branch>\S+) \(pull request #(?<number>\d{1,9})\)/,
  },
  {
    forge: 'Bitbucket Data Center',
    on: 'both',
    place: 'start',
    pattern: /^Pull request #(?<number>\d{1,9}): (?<title>.+)/,
    branch: /^Merge in \S+ from (?<branch>\S+) to /m,
  },
  {
    forge: 'bors',
    on: 'merge',
    place: 'start',
    pattern: /^(?:Auto merge of|Merge) #(?<number>\d{1,9})\b(?:: (?<title>.+))?/,
  },
  {
    forge: 'GitLab',
    on: 'both',
    place: 'line',
    pattern: /^See merge request [^\s!]*!(?<number>\d{1,9})[ \t\r]*$/m,
    branch: /^Merge branch '(?<branch>[^'\n]+)' into /,
  },
  {
    forge: 'GitHub, GitLab or Bitbucket by its usual title',
    on: 'both',
    place: 'end',
    pattern: /\((?:#|!|pull request #)(?<number>\d{1,9})\)$/,
  },
  {
    forge: 'any, by a trailer on every commit',
    on: 'single',
    place: 'line',
    pattern:
      /^(?:PR-URL|Pull-Request|Pull-Request-URL):[ \t]*(?:https?:\/\/\S*\/(?:pull|pulls|pull-requests|merge_requests|pullrequest)\/|#|!)(?<number>\d{1,9})\b/im,
    by: 'commit',
  },
];

/** A forge's own title lines are shorter; what follows is somebody's prose. */
const START = 1000;
const END = 40;

/** The pull request that a commit of the default branch says it landed, or null. */
export function recogniseLanding(message: string, parents: number): LandingMark | null {
  const { subject, rest } = splitMessage(message);
  for (const entry of PATTERNS) {
    if (entry.on !== 'both' && (entry.on === 'merge') !== parents > 1) continue;
    const searched = { start: subject.slice(0, START), end: subject.slice(-END), line: message }[entry.place];
    const found = entry.pattern.exec(searched);
    const number = Number(found?.groups?.number);
    if (found === null || !(number > 0)) continue;
    const fallback = entry.place === 'end' ? subject.slice(0, -found[0].length).trim() : subject;
    const titled =
      entry.place === 'start' || entry.branch?.test(subject) === true
        ? titleAndBody(found.groups?.title, rest, subject)
        : { title: fallback, body: rest };
    const branch = found.groups?.branch ?? entry.branch?.exec(message.slice(0, 10 * START))?.groups?.branch;
    const headOwner = found.groups?.owner ?? null;
    return { number, ...titled, headBranch: branch ?? null, headOwner, by: entry.by ?? 'landing' };
  }
  return null;
}

/** The first line, and what follows it without the blank lines between. */
export function splitMessage(message: string): { subject: string; rest: string } {
  const text = message.trimStart();
  const end = text.indexOf('\n');
  if (end < 0) return { subject: text.trimEnd(), rest: '' };
  return { subject: text.slice(0, end).trimEnd(), rest: text.slice(end + 1).trim() };
}

/** A merge message holds the pull request's title in its first line or, if the forge wrote that line, in the next. */
function titleAndBody(
  title: string | undefined,
  rest: string,
  subject: string,
): { title: string; body: string } {
  if (title !== undefined) return { title: title.trim(), body: rest };
  const next = splitMessage(rest);
  if (next.subject === '' || next.subject.startsWith('See merge request '))
    return { title: subject, body: rest };
  return { title: next.subject, body: next.rest };
}

/** Names that the default branch goes or went by. */
export function branchNamesOf(branch: string): readonly string[] {
  return branch === 'main' ? ['main', 'master'] : [branch];
}

export type SelfMerge = { from: string | null; intoOther: boolean };

const SELF_MERGE =
  /^Merge (?:remote-tracking branch|remote branch|branch) '(?<branch>[^'\n]{1,250})'(?: of (?<from>\S{1,500}))?(?: into (?<into>\S+))?/;

/**
 * "Merge branch 'main' of URL" on `main` itself: the work of others was merged into somebody's copy, so the first parent is
 * not the branch's own history. `from`: the URL or the remote's name; `intoOther`: the copy had another name.
 */
export function recogniseSelfMerge(subject: string, branch: string): SelfMerge | null {
  const groups = SELF_MERGE.exec(subject.slice(0, START))?.groups;
  if (groups === undefined) return null;
  const names = branchNamesOf(branch);
  const merged = groups.branch ?? '';
  const remote = names.find((name) => merged.endsWith(`/${name}`));
  if (!names.includes(merged) && remote === undefined) return null;
  const into = groups.into?.replace(/^'|'$/g, '');
  return { from: groups.from ?? null, intoOther: into !== undefined && !names.includes(into) };
}
