import { type Static, Type } from 'typebox';

const Text = Type.String({ minLength: 1 });
const Texts = Type.Optional(Type.Array(Text));

/** What of a Jira site is read: all projects that the token may see, unless some are named. */
export const JiraSourceConfig = Type.Object(
  {
    /** Tells several sites apart: with `OPS` its address and token are JIRA_OPS_URL, JIRA_OPS_EMAIL and JIRA_OPS_TOKEN. */
    site: Type.Optional(Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' })),
    /** Address of the site; JIRA_URL, or JIRA_OPS_URL of the site OPS, goes before it. */
    address: Type.Optional(Text),
    /** Keys of projects, or patterns of keys with `*` and `?`. */
    projects: Texts,
    exclude: Texts,
    /** Names of the statuses in progress in which an issue waits; without it those whose names say so. */
    waiting: Texts,
    /** Names of the resolutions with which nothing was delivered; without it those whose names say so. */
    undelivered: Texts,
    /** Name or id of the field that holds story points; without it the site's own are found. */
    storyPoints: Type.Optional(Text),
    /** How many months a first import goes back; what is older is read by the backfill. Default 24. */
    months: Type.Optional(Type.Integer({ minimum: 1, maximum: 1200 })),
    /** Minutes that one run may wait for Jira's limits in all. */
    patience: Type.Optional(Type.Number({ minimum: 0 })),
    maximumRequests: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Days after which it is looked again for issues that were deleted. */
    reconcileEvery: Type.Optional(Type.Number({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type JiraSourceConfig = Static<typeof JiraSourceConfig>;
