import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';

const closed = { additionalProperties: false } as const;
const text = (description: string) => Type.String({ minLength: 1, maxLength: 300, description });
const nothing = Type.Object({});

/** What an edit came to. Facts are measured again a little later: the generation of answers grows when they are. */
export const Edited = Type.Object({
  /** False: all of it was so already, and nothing was written. */
  changed: Type.Boolean(),
  summary: Type.String(),
  /** Sentences about what was accepted but may not be meant: duplicates, overlaps, accounts that nobody has seen. */
  notes: Type.Array(Type.String()),
});
export const EditedAnswer = answerOf(nothing, Edited);
export type EditedAnswer = Static<typeof EditedAnswer>;

export const TeamSummary = Type.Object({
  /** Opaque; stays when the team is renamed. */
  id: Type.String(),
  name: Type.String(),
  /** People in it today: stated by the roster, and assumed from a forge, which tells members of today alone. */
  members: Type.Object({ stated: Type.Integer(), assumed: Type.Integer() }),
  /** Repositories that it owns, for work whose author no team places. */
  repositories: Type.Integer(),
});
export const TeamsAnswer = answerOf(nothing, Type.Array(TeamSummary));
export type TeamsAnswer = Static<typeof TeamsAnswer>;

export const TeamName = Type.Object({ name: text('The new name.') }, closed);
export type TeamName = Static<typeof TeamName>;

export const RepositoryOwner = Type.Object(
  {
    repository: text(
      'A name or a pattern: acme/shop, acme/*, shop-*, **. Of several that fit the last counts.',
    ),
    team: text('Name of the team that owns them.'),
  },
  closed,
);
export const RepositoryOwners = Type.Array(RepositoryOwner, { maxItems: 5000 });
export const RepositoryOwnersAnswer = answerOf(nothing, RepositoryOwners);
export type RepositoryOwnersAnswer = Static<typeof RepositoryOwnersAnswer>;

export const CodeOwners = Type.Object(
  {
    repository: text('Repository id.'),
    text: Type.String({ maxLength: 60_000, description: 'The CODEOWNERS file; empty takes it away.' }),
  },
  closed,
);
export type CodeOwners = Static<typeof CodeOwners>;

/** A login, an e-mail address, or an identity as the list of unmatched accounts has it. */
export const IdentityPair = Type.Object({ a: text('One account.'), b: text('The other account.') }, closed);
export type IdentityPair = Static<typeof IdentityPair>;

const ShareClass = Type.Enum(['under 1 %', '1 to 5 %', 'over 5 %']);
const nullableNumber = Type.Union([Type.Number(), Type.Null()]);

const nowhere = {
  /** As the roster may name it: `login:HOST/ada`, `email:ada@example.com`, `tracker:HOST/712020:ada`. */
  identity: Type.String(),
  share: ShareClass,
  /** Never taken by themselves: somebody has to say that two accounts are one person. */
  suggestions: Type.Array(
    Type.Object({
      identity: Type.String(),
      because: Type.Enum(['same name', 'same e-mail name']),
    }),
  ),
};

/** Accounts that no team places, in the order of the alphabet. What each did is told by class alone. */
export const Unmatched = Type.Object({
  accounts: Type.Array(Type.Object(nowhere)),
  /** Merged pull requests of the last 52 weeks by all of them; null: told of fewer than five people it would be about them. */
  merged: nullableNumber,
  share: nullableNumber,
  shareClass: ShareClass,
  /** All merged pull requests of the last 52 weeks. */
  of: Type.Integer(),
  /** The same of finished issues and of accounts of trackers, with the name that each goes by there. */
  issues: Type.Object({
    accounts: Type.Array(Type.Object({ ...nowhere, name: Type.Union([Type.String(), Type.Null()]) })),
    finished: nullableNumber,
    share: nullableNumber,
    shareClass: ShareClass,
    of: Type.Integer(),
  }),
  /** Accounts that used an AI tool in the last four weeks and that no work and no roster knows: their use counts in no team. */
  usage: Type.Array(Type.Object({ source: Type.String(), identities: Type.Array(Type.String()) })),
});
export const UnmatchedAnswer = answerOf(nothing, Unmatched);
export type UnmatchedAnswer = Static<typeof UnmatchedAnswer>;

export const ChangesPage = Type.Object(
  {
    limit: Type.Optional(
      Type.String({ pattern: '^([1-9]\\d?|1\\d\\d|200)$', description: 'From 1 to 200; 50 when left out.' }),
    ),
    cursor: Type.Optional(Type.String({ maxLength: 100, description: '`next` of the page before.' })),
  },
  closed,
);
export type ChangesPage = Static<typeof ChangesPage>;

export const Changes = Type.Object({
  /** The newest first. */
  changes: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Type.String(),
      kind: Type.Enum([
        'roster',
        'rollout',
        'rollout-removed',
        'repository-owners',
        'code-owners',
        'merge',
        'separate',
        'team-name',
        'note-added',
        'note-changed',
        'note-removed',
      ]),
      summary: Type.String(),
    }),
  ),
  /** Cursor of the next page; null: this is the last. */
  next: Type.Union([Type.String(), Type.Null()]),
});
export const ChangesAnswer = answerOf(Type.Object({ limit: Type.Integer() }), Changes);
export type ChangesAnswer = Static<typeof ChangesAnswer>;
