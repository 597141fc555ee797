import type { Refusal } from './answer.ts';
import type { Part, Parts } from './pull-request-query.ts';

/** The parts of a pull request that this run asks for. */
export type TakenParts = {
  now(): Parts;
  /** Leaves parts out from now on, and says so once. */
  leaveOut(parts: readonly Part[], why: string): void;
  /** Leaves out what the token may not see; false: nothing of what is asked for was refused. */
  refused(refusals: readonly Refusal[]): boolean;
};

/** As GitHub names a part in the path of a refusal. */
const FIELDS: Readonly<Record<string, Part>> = {
  closingIssuesReferences: 'closingIssuesReferences',
  files: 'files',
  reviewThreads: 'reviewThreads',
  statusCheckRollup: 'checks',
};

const CALLED: Readonly<Record<Part, string>> = {
  closingIssuesReferences: 'issues that pull requests close',
  files: 'changed files',
  reviewThreads: 'comments on lines',
  checks: 'check results',
};

export function takenParts(parts: Iterable<Part>, say: (sentence: string) => void): TakenParts {
  let taken = new Set(parts);
  const leaveOut = (out: readonly Part[], why: string): void => {
    // A set of its own, since a question that is on its way holds the one before.
    taken = new Set([...taken].filter((part) => !out.includes(part)));
    say(`Not read: ${out.map((part) => CALLED[part]).join(', ')}. ${why}`);
  };
  return {
    now: () => taken,
    leaveOut,
    refused(refusals) {
      const found = new Map<Part, string>();
      for (const { path, says } of refusals) {
        const part = FIELDS[String(path.at(-1))];
        if (part !== undefined && taken.has(part)) found.set(part, says);
      }
      for (const [part, says] of found) leaveOut([part], `The token may not see them: ${says}`);
      return found.size > 0;
    },
  };
}
