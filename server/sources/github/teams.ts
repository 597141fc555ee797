import { Type } from 'typebox';
import type { AccountTeam, AccountTeams } from '../../model/account-team.ts';
import type { ReadingStep } from '../../model/rows.ts';
import { SourceError } from '../../net/source-error.ts';
import { type Answer, RATE_LIMIT } from './answer.ts';
import { idPrefix } from './identity.ts';
import { longer } from './longer.ts';
import { itemsOf } from './normalise-forge.ts';
import { pageSize } from './page-size.ts';
import { pages } from './pages.ts';
import { connection, nullable, reader } from './payload.ts';
import type { Run } from './run.ts';
import { forbidden } from './sentences.ts';

const AT_ONCE = 50;
const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';

/** Members of teams below it count as its own, as GitHub shows them. */
const TEXT = `query Teams($login: String!, $first: Int!, $after: String) {
  ${RATE_LIMIT}
  organization(login: $login) { teams(first: $first, after: $after) {
    ${PAGE} nodes { id slug name members(first: 100) { ${PAGE} nodes { login } } }
  } }
}`;

const Member = Type.Object({ login: Type.String() });
const Team = Type.Object({
  id: Type.String(),
  slug: Type.String(),
  name: Type.String(),
  members: connection(Member),
});
const readPage = reader(Type.Object({ organization: nullable(Type.Object({ teams: connection(Team) })) }));
const readMember = reader(nullable(Member));

/** An organisation's teams; where the token may not see them, a sentence that says so. */
export async function teamsOf(login: string, run: Run): Promise<ReadingStep> {
  try {
    return { teams: await readTeams(login, run) };
  } catch (error) {
    if (!(error instanceof SourceError) || !['missing-scope', 'forbidden'].includes(error.code)) throw error;
    return { leftOut: `Not read: the teams of ${login}. ${error.message}` };
  }
}

async function readTeams(login: string, run: Run): Promise<AccountTeams> {
  const { asker, host } = run;
  const ownerId = `${idPrefix(host)}${login}`;
  const at = asker.date();
  const listing = {
    question: (first: number, after: string | null) => ({ text: TEXT, variables: { login, first, after } }),
    read({ data, refused }: Answer) {
      const list = readPage(data, host).organization?.teams;
      if (!list) throw forbidden(refused[0]?.says ?? '', { host });
      return list;
    },
    size: pageSize(AT_ONCE, AT_ONCE),
    after: null,
  };
  const teams: AccountTeam[] = [];
  for await (const page of pages(listing, asker)) {
    const found = page.nodes.filter((node) => node !== null);
    const long = found.filter(({ members }) => itemsOf(members).length < (members?.totalCount ?? 0));
    const all = await longer(
      long.map(({ id }) => ({ id, type: 'Team', text: membersText, after: null })),
      run,
    );
    const members = new Map(
      long.map(({ id }, n) => [id, (all[n] ?? []).map((one) => readMember(one, host))]),
    );
    for (const team of found) {
      const logins = (members.get(team.id) ?? itemsOf(team.members)).flatMap((one) => one?.login ?? []);
      teams.push({
        id: `${ownerId}/${team.slug}`,
        ownerId,
        name: team.name,
        members: [...new Set(logins)].sort(),
      });
    }
  }
  return { ownerId, teams, at };
}

function membersText(after: string): string {
  return `members(first: 100, after: ${after}) { ${PAGE} nodes { login } }`;
}
