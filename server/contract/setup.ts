import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { Channel } from './reports.ts';

const closed = { additionalProperties: false } as const;
const nothing = Type.Object({});
const nullableString = Type.Union([Type.String(), Type.Null()]);

// No rule of a schema is put on a secret: an answer to a faulty question repeats what was given.
const token = Type.Optional(Type.String({ description: 'Left out: the one that is there already.' }));
const owner = Type.String({ maxLength: 200, description: 'Login on GitHub, or its address' });
const address = Type.String({ maxLength: 300 });

/** A source as somebody wants to connect it. */
export const AskedSource = Type.Union([
  Type.Object(
    {
      source: Type.Literal('github'),
      owner,
      address: Type.Optional(
        Type.String({ maxLength: 300, description: 'Of its API; left out for github.com' }),
      ),
      token,
    },
    closed,
  ),
  Type.Object(
    {
      source: Type.Literal('jira'),
      address,
      email: Type.Optional(
        Type.String({ maxLength: 200, description: 'Of the account of the token; left out: a Data Center' }),
      ),
      projects: Type.Optional(
        Type.Array(Type.String({ maxLength: 80, description: 'Key or pattern' }), { maxItems: 200 }),
      ),
      token,
    },
    closed,
  ),
  Type.Object({ source: Type.Literal('copilot'), owner, token }, closed),
  Type.Object({ source: Type.Literal('claude-code'), token }, closed),
  Type.Object({ source: Type.Literal('cursor'), token }, closed),
]);
export type AskedSource = Static<typeof AskedSource>;

export const SetupCheck = Type.Object({
  /** "token"; empty where there is but one thing to check. */
  what: Type.String(),
  ok: Type.Boolean(),
  /** What was found, or what is wrong and what to do. */
  says: Type.String(),
});
export type SetupCheck = Static<typeof SetupCheck>;

/** What came of asking a source for real. */
export const CheckedSource = Type.Object({
  checks: Type.Array(SetupCheck),
  /** It can be read, though something beside may be amiss. */
  ok: Type.Boolean(),
  /** Whether it is configured now. */
  kept: Type.Boolean(),
  summary: Type.String(),
});
export type CheckedSource = Static<typeof CheckedSource>;
export const CheckedSourceAnswer = answerOf(nothing, CheckedSource);
export type CheckedSourceAnswer = Static<typeof CheckedSourceAnswer>;

/** Where a secret is; never the secret. */
const SecretPlace = Type.Enum(['environment', 'kept', 'missing']);

/** A source that is to be read no more, by its name: "github acme". */
export const RemovedSource = Type.Object({ name: Type.String({ minLength: 1, maxLength: 300 }) }, closed);
export const RemovedSourceAnswer = answerOf(nothing, Type.Object({ summary: Type.String() }));
export type RemovedSourceAnswer = Static<typeof RemovedSourceAnswer>;

export const SetupSource = Type.Object({
  source: Type.Enum(['github', 'jira', 'copilot', 'claude-code', 'cursor', 'git', 'usage']),
  /** "github acme" */
  name: Type.String(),
  owner: nullableString,
  /** Null: the vendor's own. */
  address: nullableString,
  projects: Type.Array(Type.String()),
});
export type SetupSource = Static<typeof SetupSource>;

/** A place that messages go to, as somebody wants it; its secret may be left out where one is there already. */
export const AskedChannel = Type.Union([
  Type.Object(
    { channel: Type.Literal('Slack'), webhook: Type.Optional(Type.String({ description: 'A secret' })) },
    closed,
  ),
  Type.Object(
    {
      channel: Type.Literal('e-mail'),
      server: Type.Optional(
        Type.String({ description: 'A secret: smtps://USER:PASSWORD@HOST:465 or smtp://HOST:587' }),
      ),
      from: Type.String({ maxLength: 200 }),
      to: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100 }),
    },
    closed,
  ),
  Type.Object(
    {
      channel: Type.Literal('GitHub issue'),
      repository: Type.String({ maxLength: 200, description: 'OWNER/NAME' }),
    },
    closed,
  ),
]);
export type AskedChannel = Static<typeof AskedChannel>;

/** A channel that is to be used no more. */
export const RemovedChannel = Type.Object({ channel: Channel }, closed);

export const SetupChannel = Type.Object({
  channel: Channel,
  /** Empty for those who may not edit: e-mail addresses are of people. */
  from: Type.String(),
  to: Type.Array(Type.String()),
});
export type SetupChannel = Static<typeof SetupChannel>;

export const Setup = Type.Object({
  mayEdit: Type.Boolean(),
  /** The file that is written; null for those who may not. */
  file: nullableString,
  sources: Type.Array(SetupSource),
  /** Where the weekly digest and alerts go. */
  channels: Type.Array(SetupChannel),
  /** What is known of each secret and of each address that the environment sets, by their names. */
  secrets: Type.Array(Type.Object({ name: Type.String(), place: SecretPlace })),
  addresses: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
  /** What of this runs already; a source that was connected since begins with the next import. */
  waiting: Type.Boolean(),
  teams: Type.Integer(),
  rollouts: Type.Integer(),
  /** "31 of 120 repositories in: half of pull requests merged within 38 hours so far." Null: nothing is true yet. */
  soFar: nullableString,
  /** Teams that the work suggests for those who are in none. */
  teamGuess: Type.Object({
    warning: Type.String(),
    rule: Type.String(),
    teams: Type.Array(
      Type.Object({ name: Type.String(), repository: Type.String(), evidence: Type.String() }),
    ),
  }),
});
export type Setup = Static<typeof Setup>;
export const SetupAnswer = answerOf(nothing, Setup);
export type SetupAnswer = Static<typeof SetupAnswer>;

export const BegunAnswer = answerOf(nothing, Type.Object({ begun: Type.Boolean(), summary: Type.String() }));
export type BegunAnswer = Static<typeof BegunAnswer>;
