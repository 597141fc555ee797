import type { Finding } from './finding.ts';
import { roomOf } from './rooms.ts';
import type { Tree } from './tree.ts';

const saysNothing = /^(utils?|helpers?|common|managers?|services?|misc)$/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

/** Data that a tool or another system named. */
const namedElsewhere = /^(migrations|tests\/(fixtures|golden|reference))\//;

const longestFile = 300;
const longestScript = 40;

/** Names that are not kebab-case or say nothing, files that are too long, and tests that no runner would find. */
export function names(tree: Tree): Finding[] {
  return [...tree].flatMap(([path, text]) =>
    reasonsAgainst(path, text).map((reason) => ({ file: path, line: null, reason })),
  );
}

function reasonsAgainst(path: string, text: string): string[] {
  const reasons: string[] = [];
  const parts = path.split('/').filter((part) => !part.startsWith('.'));
  const named = roomOf(path) === 'top' || namedElsewhere.test(path) ? [] : parts;
  for (const part of named) {
    if (!kebabCase.test(part)) reasons.push(`${part} is not kebab-case`);
    const empty = part.split(/[-.]/).find((word) => saysNothing.test(word));
    if (empty !== undefined) reasons.push(`the name "${empty}" says nothing about the domain`);
  }
  const lines = text.trimEnd().split('\n').length;
  const limit = path.startsWith('scripts/') ? longestScript : longestFile;
  if (/\.(tsx?|js|css)$/.test(path) && lines > limit)
    reasons.push(`has ${lines} lines; ${limit} are the limit`);
  const isTest = /\.(test|spec)\.[a-z]+$/.test(path);
  if (isTest && !/^tests\/.*\.test\.ts$/.test(path))
    reasons.push('is no tests/**/*.test.ts, so it never runs');
  return reasons;
}
