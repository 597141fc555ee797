import type { Static } from 'typebox';
import { SourceError } from '../../net/source-error.ts';
import type { Answer, Refusal } from './answer.ts';
import { chunks } from './chunks.ts';
import { pageSize } from './page-size.ts';
import { pages } from './pages.ts';
import { nullable, reader } from './payload.ts';
import {
  BY_ID_TEXT,
  ByIdAnswer,
  GithubRepository,
  namedText,
  OWNER_TEXT,
  OwnerAnswer,
} from './repository-query.ts';
import type { Run } from './run.ts';
import { forbidden, ssoRequired } from './sentences.ts';

/** `login` is spelt as GitHub has it. `hidden`: repositories of its list that the token may not see. */
export type Owner = {
  login: string;
  isOrganization: boolean;
  repositories: GithubRepository[];
  hidden: number;
};

/** A repository that was asked for; without `repository` GitHub does not show it, and perhaps says why. */
export type Looked<T> = { asked: T; repository: GithubRepository | null; refusal: Refusal | null };

const AT_ONCE = 100;
const BY_NAME = 50;

const readOwner = reader(OwnerAnswer);
const readByIds = reader(ByIdAnswer);
const readNamed = reader(nullable(GithubRepository));

/** An owner with its repositories. Throws SourceError `owner-not-found`, `sso-required`, `forbidden`. */
export async function discoverOwner(login: string, { asker, host }: Run): Promise<Owner> {
  const owner: Owner = { login, isOrganization: false, repositories: [], hidden: 0 };
  const listing = {
    question: (first: number, after: string | null) => ({
      text: OWNER_TEXT,
      variables: { login, first, after },
    }),
    read(answer: Answer) {
      const found = readOwner(answer.data, host).repositoryOwner;
      if (!found?.repositories) throw ownerMissing(login, host, answer.refused);
      owner.login = found.login;
      owner.isOrganization = found.__typename === 'Organization';
      return found.repositories;
    },
    size: pageSize(AT_ONCE, AT_ONCE),
    after: null,
  };
  let total = 0;
  for await (const page of pages(listing, asker)) {
    owner.repositories.push(...page.nodes.filter((node) => node !== null));
    total = page.total;
  }
  owner.hidden = Math.max(0, total - owner.repositories.length);
  return owner;
}

/** Repositories by `owner/name`, in the order asked. */
export async function discoverNamed(
  names: readonly string[],
  { asker, host }: Run,
): Promise<Looked<string>[]> {
  const looked: Looked<string>[] = [];
  const question = (some: readonly string[]) => ({
    text: namedText(some.length),
    variables: Object.fromEntries(
      some.flatMap((full, n) => {
        const [owner = '', name = ''] = full.split('/');
        return [
          [`o${n}`, owner],
          [`n${n}`, name],
        ];
      }),
    ),
  });
  for await (const { items, answer } of chunks(names, pageSize(BY_NAME, BY_NAME), question, asker)) {
    items.forEach((asked, n) => {
      const value = answer === null ? null : Reflect.get(Object(answer.data), `r${n}`);
      const refusal = answer?.refused.find(({ path }) => path[0] === `r${n}`) ?? null;
      looked.push({ asked, repository: readNamed(value ?? null, host), refusal });
    });
  }
  return looked;
}

/** Repositories by their lasting ids, in the order asked. */
export async function discoverByIds(ids: readonly string[], { asker, host }: Run): Promise<Looked<string>[]> {
  const looked: Looked<string>[] = [];
  const question = (some: readonly string[]) => ({ text: BY_ID_TEXT, variables: { ids: some } });
  for await (const { items, answer } of chunks(ids, pageSize(AT_ONCE, AT_ONCE), question, asker)) {
    const read: Static<typeof ByIdAnswer> = answer === null ? { nodes: [] } : readByIds(answer.data, host);
    items.forEach((asked, n) => {
      const refusal = answer?.refused.find(({ path }) => path[0] === 'nodes' && path[1] === n) ?? null;
      looked.push({ asked, repository: read.nodes[n] ?? null, refusal });
    });
  }
  return looked;
}

function ownerMissing(login: string, host: string, refused: readonly Refusal[]): SourceError {
  for (const { authorise, type, says } of refused) {
    if (authorise !== null) return ssoRequired(authorise);
    if (type === 'FORBIDDEN') return forbidden(says, { host });
  }
  return new SourceError(
    'owner-not-found',
    `${host} knows no organisation or user "${login}", or does not show it to this token. Check "owner", and what the token may read.`,
  );
}
