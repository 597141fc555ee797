import type { AccountTeam } from './account-team.ts';
import type { Identity, IdentityLink } from './identity.ts';
import type { Instant } from './instant.ts';
import type { NoteEdit, ProgramNote } from './note.ts';
import type { Rollout } from './rollout.ts';

/** What a placing in teams rests on; a membership that a forge tells without its beginning is `assumed`. */
export type TeamBasis = 'stated' | 'assumed' | 'repository';

/** The id is opaque, and stays when the team gets another name. */
export type Team = { id: string; name: string };

/** Days are ISO dates in the organisation's zone, both inclusive; null: since ever, and still. */
export type TeamSpell = { teamId: string; identity: Identity; from: string | null; to: string | null };

/** Repositories whose name fits the pattern belong to the team, and projects whose key does; of several that fit the last counts. */
export type RepositoryOwner = { pattern: string; teamId: string };

export type CodeOwners = { repositoryId: string; text: string };

/** All that is stored of who is who and who belongs where. */
export type OrganisationRows = {
  /** The person of every identity that has a link; one that is missing is a person of its own. */
  persons: ReadonlyMap<Identity, string>;
  /** Teams that somebody stated or renamed. */
  teams: readonly Team[];
  spells: readonly TeamSpell[];
  accountTeams: readonly AccountTeam[];
  owners: readonly RepositoryOwner[];
  /** Stated ones, which go before those that a source has read. */
  codeOwners: readonly CodeOwners[];
  /** With the CODEOWNERS that their sources have read. */
  repositories: readonly { id: string; name: string; codeOwners: string | null }[];
  /** Projects of issue trackers, with their keys in place of names. */
  projects: readonly { id: string; name: string }[];
  /** By name. */
  rollouts: readonly Rollout[];
};

/** What an edit is decided on: the state inside the transaction that writes it. */
export type OrganisationState = {
  rows: OrganisationRows;
  links: readonly IdentityLink[];
  /** Whether an identity has ever been seen in work or in a team of a forge. */
  seen: (identity: Identity) => boolean;
  /** How many facts an edit's changes can place elsewhere, and how many there are. */
  touched: (changes: OrganisationEdit['changes']) => { facts: number; of: number };
};

export type ChangeKind =
  | 'roster'
  | 'repository-owners'
  | 'code-owners'
  | 'merge'
  | 'separate'
  | 'team-name'
  | 'rollout'
  | 'rollout-removed'
  | NoteEdit['kind'];

/** One edit of the organisation, with all that it writes. What is left out stays as it is. */
export type OrganisationEdit = {
  kind: ChangeKind;
  /** A sentence for people. */
  summary: string;
  /** What it replaces, as it was. */
  before: unknown;
  /** New ones, and new names of known ones. */
  teams?: readonly Team[];
  spells?: readonly TeamSpell[];
  owners?: readonly RepositoryOwner[];
  /** Null text: taken away. */
  codeOwners?: { repositoryId: string; text: string | null };
  links?: { put: readonly IdentityLink[]; drop: readonly IdentityLink[] };
  /** Of every identity that has a link, after this edit. */
  persons?: ReadonlyMap<Identity, string>;
  /** All of them. */
  rollouts?: readonly Rollout[];
  /** Whose facts it can change: those of these identities' persons, and of these repositories where nobody is placed. */
  changes: { identities: readonly Identity[]; repositories: readonly string[] };
  /** Said on the time axis, if it has not been. */
  note?: ProgramNote;
};

export type OrganisationChange = { id: number; at: Instant; kind: ChangeKind; summary: string };
