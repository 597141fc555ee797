import type { FakeAccount } from './account.ts';

const prefixes = { User: 'U', Bot: 'BOT', Mannequin: 'M', Organization: 'O' } as const;

/** An account as `Actor`, `User`, `Bot` or `Mannequin`; null for a ghost. */
export function accountNode(account: FakeAccount | null): object | null {
  if (account === null) return null;
  const { kind, login, name, email } = account;
  return {
    __typename: kind,
    id: `${prefixes[kind]}_${Buffer.from(login).toString('base64url')}`,
    login,
    name: name ?? null,
    email: email ?? '',
    url: `https://github.com/${login}`,
  };
}
