import { type Static, Type } from 'typebox';

const Text = Type.String({ minLength: 1 });
const closed = { additionalProperties: false };

/** What counts as deployed. The environments' default is `production`, `Production` and `prod`. */
const Deployed = Type.Union([
  Type.Object(
    { from: Type.Literal('deployments'), environments: Type.Optional(Type.Array(Text, { minItems: 1 })) },
    closed,
  ),
  Type.Object({ from: Type.Literal('releases'), prereleases: Type.Optional(Type.Boolean()) }, closed),
  /** Successful runs on the default branch; `workflow` is the name of its file. */
  Type.Object({ from: Type.Literal('workflow'), workflow: Text }, closed),
]);
export type Deployed = Static<typeof Deployed>;

/** `auto`: taken when the whole walk with it is affordable. */
const Asking = Type.Union([Type.Literal('auto'), Type.Literal('always'), Type.Literal('never')]);

/** What of GitHub is read: all repositories of an owner, single ones, or both. */
export const GithubSourceConfig = Type.Object(
  {
    /** Address of its API, for GitHub Enterprise Server; GITHUB_API_URL goes before it. */
    address: Type.Optional(Text),
    /** Login of an organisation or a user. */
    owner: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_-]*$' })),
    /** `owner/name` of single ones, read whatever the settings below say. */
    repositories: Type.Optional(Type.Array(Type.String({ pattern: '^[^/\\s]+/[^/\\s]+$' }))),
    /** Patterns of names among the owner's repositories, with `*`, `?` and `{one,other}`. */
    include: Type.Optional(Type.Array(Text)),
    exclude: Type.Optional(Type.Array(Text)),
    archived: Type.Optional(Type.Boolean()),
    forks: Type.Optional(Type.Boolean()),
    deployed: Type.Optional(Deployed),
    /** Exceptions from `deployed`; the first that matches wins, and without `deployed` none is set up there. */
    perRepository: Type.Optional(
      Type.Array(Type.Object({ match: Text, deployed: Type.Optional(Deployed) }, closed)),
    ),
    /** Changed files, check results and comments on lines cost extra points. */
    ask: Type.Optional(
      Type.Object(
        {
          files: Type.Optional(Asking),
          checks: Type.Optional(Asking),
          comments: Type.Optional(Asking),
        },
        closed,
      ),
    ),
    /** How many months a first import goes back; what is older is read by the backfill. Default 24. */
    months: Type.Optional(Type.Integer({ minimum: 1, maximum: 1200 })),
    /** Minutes that one run may wait for GitHub's limits in all. */
    patience: Type.Optional(Type.Number({ minimum: 0 })),
    maximumRequests: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  closed,
);
export type GithubSourceConfig = Static<typeof GithubSourceConfig>;
