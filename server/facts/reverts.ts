/** A commit that says "This reverts commit ..."; the id may be short. */
export type CommitRevert = { sha: string; revertedSha: string };

/** What may tell that work takes other work back. */
export type RevertTexts = {
  /** `owner/name`. */
  repositoryName: string;
  title: string;
  body: string;
  /** Its own commits; null: not known. */
  ownShas: readonly string[] | null;
  reverts: readonly CommitRevert[];
};

/** `#12`, an id of a commit (perhaps short), or `"` and a title: what stands in stored rows. */
export type RevertTarget = string;

/** "Revert "X"", as git and the forges write it, perhaps with its own number behind; "revert: X" of conventional commits. */
const TITLES: readonly RegExp[] = [
  /^(?:\[[^\]]{1,40}\]\s*)?revert(?:s|ed)?:?\s+["“](.{1,500})["”]\s*(?:\([#!]\d{1,9}\))?$/i,
  /^revert(?:\([^)]{1,60}\))?!?:\s+(.{1,500})$/i,
];
/** "Revert #12", "Revert PR 12: too slow". */
const NUMBER_IN_TITLE = /^revert(?:s|ing)?:?\s+(?:#|(?:pr|pull request)\s*#?)(\d{1,9})\b/i;
/** The number that a squash merge puts behind a title; of a nested revert that of the outer one. */
const NUMBER_BEHIND = /\([#!](\d{1,9})\)$/;
/** GitHub's "Reverts owner/name#12" and its address, GitLab's "This reverts merge request !12", each at the start of a line. */
const BODIES: readonly RegExp[] = [
  /^reverts?:? (?:(?<name>[\w.-]{1,100}\/[\w.-]{1,100}))?#(?<number>\d{1,9})\b/gim,
  /^reverts?:? https?:\/\/[^\s/]{1,200}\/(?<name>[\w.-]{1,100}\/[\w.-]{1,100})\/pull\/(?<number>\d{1,9})\b/gim,
  /^this reverts (?:merge request|pull request|pr) (?:(?<name>[\w.-]{1,100}\/[\w.-]{1,100}))?[#!](?<number>\d{1,9})\b/gim,
];

/**
 * What a piece of work takes back. Numbers and ids say it for sure; only where there are none the title in quotation marks counts.
 * A branch's name alone says nothing. A commit that takes back one of the same branch takes back nothing that had landed, and
 * one that was itself taken back there does not count.
 */
export function revertTargets(texts: RevertTexts): RevertTarget[] {
  const certain = new Set([...numbersIn(texts), ...commitsIn(texts)]);
  if (certain.size > 0) return [...certain];
  const inner = titleReverted(texts.title);
  return inner === null ? [] : [`"${inner}`];
}

/**
 * Whether the work is a revert as a whole, or takes one back ("Reapply"): whoever reverts that reverts no work a second time.
 * A branch of many commits, one of which is a revert, is work.
 */
export function isRevert(texts: RevertTexts): boolean {
  const { title, ownShas, reverts } = texts;
  if (/^(?:\[[^\]]{1,40}\]\s*)?(?:revert|reapply|re-?land)(?:s|ed)?\b/i.test(title)) return true;
  if (numbersIn(texts).length > 0) return true;
  const reverting = new Set(reverts.map(({ sha }) => sha));
  return ownShas !== null && ownShas.length > 0 && ownShas.every((sha) => reverting.has(sha));
}

function numbersIn({ repositoryName, title, body }: RevertTexts): RevertTarget[] {
  const inner = titleReverted(title);
  const told = [
    NUMBER_IN_TITLE.exec(title)?.[1],
    inner === null ? undefined : NUMBER_BEHIND.exec(inner)?.[1],
    ...BODIES.flatMap((pattern) =>
      [...body.matchAll(pattern)].map(({ groups }) =>
        isHere(groups?.name, repositoryName) ? groups?.number : undefined,
      ),
    ),
  ];
  return told.flatMap((number) => (number === undefined ? [] : [`#${Number(number)}`]));
}

function titleReverted(title: string): string | null {
  for (const pattern of TITLES) {
    const inner = pattern.exec(title.trim())?.[1]?.trim();
    if (inner !== undefined) return inner;
  }
  return null;
}

/** A number without a name is of the same repository; a folder's name tells no owner, so any may be meant. */
function isHere(name: string | undefined, repositoryName: string): boolean {
  if (name === undefined || !repositoryName.includes('/')) return true;
  return name.toLowerCase() === repositoryName.toLowerCase();
}

function commitsIn({ ownShas, reverts }: RevertTexts): RevertTarget[] {
  const own = ownShas ?? [];
  const ownReverts = reverts.filter(({ sha }) => own.includes(sha));
  const undone = own.filter((sha) => ownReverts.some(({ revertedSha }) => sha.startsWith(revertedSha)));
  const again = new Set(
    ownReverts.filter(({ sha }) => undone.includes(sha)).map(({ revertedSha }) => revertedSha),
  );
  return reverts
    .map(({ revertedSha }) => revertedSha)
    .filter((target) => !again.has(target) && !own.some((sha) => sha.startsWith(target)));
}
