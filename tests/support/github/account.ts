/** Null stands for an account that was deleted (a "ghost"). An app's login is as GraphQL gives it, without `[bot]`. */
export type FakeAccount = {
  login: string;
  kind: 'User' | 'Bot' | 'Mannequin' | 'Organization';
  name?: string;
  email?: string;
};

export function user(login: string): FakeAccount {
  return { login, kind: 'User', name: login, email: `${login}@example.com` };
}

export function bot(login: string): FakeAccount {
  return { login, kind: 'Bot' };
}
