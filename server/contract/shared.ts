import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';

const closed = { additionalProperties: false } as const;
const nothing = Type.Object({});

/** What a page was made of: the calls that it had made when it was shared. The server answers each of them once more. */
export const PageToShare = Type.Object(
  {
    page: Type.String({ pattern: '^/[a-z0-9/-]{0,100}$', description: 'Path of the page: /flow' }),
    question: Type.String({ maxLength: 4000, description: 'Query string of the page, without asof.' }),
    title: Type.Optional(
      Type.String({ maxLength: 300, description: 'What the page is called, for the list of shared pages.' }),
    ),
    calls: Type.Array(Type.String({ maxLength: 4000 }), {
      minItems: 1,
      maxItems: 60,
      description: 'Paths of the calls whose answers the page shows, with their query strings.',
    }),
  },
  closed,
);
export type PageToShare = Static<typeof PageToShare>;

export const SharedLink = Type.Object({
  id: Type.String(),
  /** Path and query string under which the page opens with these numbers. */
  address: Type.String(),
  /** "Sat 21 Nov 2026, 03:12": how far the data reached. */
  asOf: Type.String(),
  /** "24 Nov 2026" */
  sharedOn: Type.String(),
  /** False: just this was shared before. */
  isNew: Type.Boolean(),
});
export type SharedLink = Static<typeof SharedLink>;
export const SharedLinkAnswer = answerOf(nothing, SharedLink);
export type SharedLinkAnswer = Static<typeof SharedLinkAnswer>;

export const Shared = Type.Object({
  ...Type.Omit(SharedLink, ['isNew']).properties,
  page: Type.String(),
  question: Type.String(),
  /** Of the program that answered. */
  version: Type.String(),
  /** Each call with its answer, as it was. */
  answers: Type.Array(Type.Object({ path: Type.String(), body: Type.String({ description: 'JSON.' }) })),
  /** Calls that were kept as files, each to be had with `of`. */
  files: Type.Array(Type.String()),
});
export type Shared = Static<typeof Shared>;
export const SharedAnswer = answerOf(nothing, Shared);
export type SharedAnswer = Static<typeof SharedAnswer>;

export const SharedPages = Type.Object({
  /** Whether whoever asks may see and delete them: others have the links that they were given. */
  mayEdit: Type.Boolean(),
  /** The newest first. */
  pages: Type.Array(
    Type.Object({
      ...Type.Omit(SharedLink, ['isNew']).properties,
      page: Type.String(),
      question: Type.String(),
      /** Null: only its page is known. */
      title: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  /** Older ones, which are not listed. */
  more: Type.Integer(),
});
export type SharedPages = Static<typeof SharedPages>;
export const SharedPagesAnswer = answerOf(nothing, SharedPages);
export type SharedPagesAnswer = Static<typeof SharedPagesAnswer>;

export const SharedId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) });
export const SharedFile = Type.Object({ of: Type.String({ maxLength: 4000 }) }, closed);

export const DeletedAnswer = answerOf(nothing, Type.Object({ deleted: Type.Boolean() }));
export type DeletedAnswer = Static<typeof DeletedAnswer>;
