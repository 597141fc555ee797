import type { FakeAccount } from './account.ts';
import { type Chance, DAY, HOUR, instant, MINUTE } from './chance.ts';
import { type FakeCommit, oidOf } from './commit.ts';

export type Drafted = { repository: string; number: number; title: string; author: FakeAccount | null };

const assistants = [
  'Co-authored-by: Claude <noreply@anthropic.example.com>',
  'Co-authored-by: Copilot <copilot@example.com>',
];

/**
 * A pull request's own commits: begun before it was opened, some added afterwards, in order of time.
 * @param assisted whether an assistant's trailer stands in some of the messages
 */
export function generatedCommits(
  chance: Chance,
  { repository, number, title, author }: Drafted,
  span: { opened: number; end: number },
  many: number,
  assisted: boolean,
): FakeCommit[] {
  const login = author?.login ?? 'somebody-gone';
  const person = {
    name: login,
    email: `${login}@example.com`,
    login: author?.kind === 'User' ? login : null,
  };
  const begun = span.opened - Math.min(20 * DAY, chance.time(9 * HOUR));
  const after = Math.max(1, Math.round(many * 0.6));
  const times = Array.from({ length: many }, (_, at) =>
    at === 0
      ? begun
      : at < after
        ? begun + ((span.opened - MINUTE - begun) * at) / after
        : span.opened + chance.below(Math.max(MINUTE, (span.end - span.opened) * 0.8)),
  ).sort((a, b) => a - b);
  return times.map((time, at) => {
    const trailer = assisted && chance.happens(0.7) ? `\n\n${chance.one(assistants)}` : '';
    // A rebase gives an old commit a new committer date.
    const committed = chance.happens(0.1) ? Math.max(time, span.opened - MINUTE) : time;
    return {
      oid: oidOf(repository, number, at),
      message: `${at === 0 ? title : `Part ${at + 1} of it`}${trailer}`,
      authoredDate: instant(time),
      committedDate: instant(committed),
      author: person,
      committer: { name: person.name, email: person.email },
      checks:
        at === many - 1 ? chance.one(['SUCCESS', 'SUCCESS', 'SUCCESS', 'FAILURE', null] as const) : null,
    };
  });
}
