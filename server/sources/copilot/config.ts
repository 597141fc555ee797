import { type Static, Type } from 'typebox';

/** The use of GitHub Copilot in an organisation, by GITHUB_TOKEN or COPILOT_TOKEN. */
export const CopilotConfig = Type.Object(
  {
    /** Address of GitHub's API, for GitHub Enterprise Server; GITHUB_API_URL goes before it. */
    address: Type.Optional(Type.String({ minLength: 1 })),
    owner: Type.String({ pattern: '^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$' }),
    /** How many days before today the first import goes back. */
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    /** Minutes that one run may wait for limits in all. */
    patience: Type.Optional(Type.Number({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type CopilotConfig = Static<typeof CopilotConfig>;
