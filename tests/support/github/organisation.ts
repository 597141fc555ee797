import type { FakeRepository } from './repository.ts';

/**
 * What is true on the forge: plain data that a test may build by hand and change while somebody is reading it. All instants are
 * ISO texts with seconds and Z, as GitHub writes them.
 */
export type FakeOrganisation = {
  login: string;
  kind: 'Organization' | 'User';
  repositories: FakeRepository[];
  teams: FakeTeam[];
};

/** `members` are logins. */
export type FakeTeam = { slug: string; name: string; id: number; members: string[] };
