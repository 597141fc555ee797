import type { Instant } from './instant.ts';

/** A team as a forge keeps it: members of today, no history. */
export type AccountTeam = {
  /** `github:HOST/org/slug`. */
  id: string;
  /** The organisation that it belongs to, `github:HOST/org`. */
  ownerId: string;
  name: string;
  /** Logins, sorted. */
  members: readonly string[];
};

/** All teams of one owner, as they were at an instant. */
export type AccountTeams = { ownerId: string; teams: readonly AccountTeam[]; at: Instant };
