import type { Nowhere, Unmatched } from './organisation/unmatched.ts';

/** One line an account, with those that may be the same person's: who edits the roster decides. */
export function unmatchedInWords({ accounts, issues, usage }: Unmatched): string[] {
  const parts = [
    { what: 'merged pull requests', lines: accounts.map((one) => lineOf(one, null)) },
    { what: 'finished issues', lines: issues.accounts.map((one) => lineOf(one, one.name)) },
    ...usage.map(({ source, identities }) => ({ what: `use of ${source}`, lines: identities })),
  ].filter(({ lines }) => lines.length > 0);
  if (parts.length === 0) return ['Every account with work in the last 52 weeks is in a team.'];
  const listed = parts.flatMap(({ what, lines }) => [
    `In no team, with ${what} in the last 52 weeks:`,
    ...lines.map((line) => `  ${line}`),
  ]);
  return [...listed, 'Each can be named so in the column login_or_email of the roster.'];
}

/** "tracker:acme.example.com/712020:dan (Dan Example), 1 to 5 % of them; same name: login:github.com/dan" */
function lineOf({ identity, share, suggestions }: Nowhere, name: string | null): string {
  const who = name === null ? identity : `${identity} (${name})`;
  const alike = suggestions.map(({ identity: other, because }) => `; ${because}: ${other}`).join('');
  return `${who}, ${share} of them${alike}`;
}
