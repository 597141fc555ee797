import { type Static, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { unexpected } from './sentences.ts';

// What Jira sends, in the fields that we read and no others; instants are ISO texts, with an offset without a colon.

export const nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);
const maybe = <T extends TSchema>(type: T) => Type.Optional(nullable(type));
/** Some versions send ids as numbers. */
export const Id = Type.Union([Type.String(), Type.Integer()]);

export const ServerInfo = Type.Object({
  baseUrl: Type.String(),
  version: Type.Optional(Type.String()),
  deploymentType: Type.Optional(Type.String()),
});

export const Myself = Type.Object({ displayName: Type.Optional(Type.String()) });

export const Status = Type.Object({
  id: Id,
  name: Type.String(),
  statusCategory: Type.Optional(Type.Object({ key: Type.String() })),
});
export type JiraStatus = Static<typeof Status>;

export const IssueType = Type.Object({
  id: Id,
  name: Type.String(),
  subtask: Type.Optional(Type.Boolean()),
  /** Not on a Data Center: above 0 are epics, below sub-tasks. */
  hierarchyLevel: Type.Optional(Type.Integer()),
});
export type JiraIssueType = Static<typeof IssueType>;

export const Resolution = Type.Object({ id: Id, name: Type.String() });

export const Field = Type.Object({
  id: Type.String(),
  name: Type.String(),
  schema: Type.Optional(
    Type.Object({ type: Type.Optional(Type.String()), custom: Type.Optional(Type.String()) }),
  ),
});
export type JiraField = Static<typeof Field>;

export const Project = Type.Object({ id: Id, key: Type.String(), name: Type.String() });
export type JiraProject = Static<typeof Project>;
export const ProjectPage = Type.Object({
  isLast: Type.Boolean(),
  values: Type.Array(Project),
});

const User = Type.Object({
  accountId: Type.Optional(Type.String()),
  /** On a Data Center; histories name an account by it. */
  key: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  displayName: maybe(Type.String()),
  emailAddress: maybe(Type.String()),
});
export type JiraUser = Static<typeof User>;

const Linked = Type.Object({ id: Id });
const Link = Type.Object({
  type: Type.Object({ inward: Type.String(), outward: Type.String() }),
  inwardIssue: Type.Optional(Linked),
  outwardIssue: Type.Optional(Linked),
});
export type JiraLink = Static<typeof Link>;

const HistoryItem = Type.Object({
  field: Type.String(),
  fieldId: Type.Optional(Type.String()),
  from: maybe(Type.String()),
  fromString: maybe(Type.String()),
  to: maybe(Type.String()),
  // Named `toString`, this would be taken for a method of every object.
});
export const History = Type.Object({
  id: Id,
  /** Text or, from `changelog/bulkfetch`, a number of milliseconds. */
  created: Type.Union([Type.String(), Type.Number()]),
  items: Type.Array(HistoryItem),
});
export type JiraHistory = Static<typeof History>;

export const Issue = Type.Object({
  id: Id,
  key: Type.String(),
  fields: Type.Object({
    summary: maybe(Type.String()),
    project: Type.Object({ id: Id }),
    issuetype: Type.Object({ id: Id }),
    status: Status,
    resolution: maybe(Type.Object({ id: Id })),
    assignee: maybe(User),
    labels: maybe(Type.Array(Type.String())),
    parent: maybe(Linked),
    issuelinks: maybe(Type.Array(Link)),
    created: Type.String(),
    updated: Type.String(),
  }),
  /** From a Data Center that was asked to expand it. */
  changelog: Type.Optional(
    Type.Object({ total: Type.Optional(Type.Integer()), histories: Type.Array(History) }),
  ),
});
export type JiraIssue = Static<typeof Issue>;

export const IssuePage = Type.Object({
  issues: Type.Array(Issue),
  nextPageToken: maybe(Type.String()),
  isLast: Type.Optional(Type.Boolean()),
  /** On a Data Center: of the whole search. */
  total: Type.Optional(Type.Integer()),
});

export const IdPage = Type.Object({
  issues: Type.Array(Type.Object({ id: Id })),
  nextPageToken: maybe(Type.String()),
  total: Type.Optional(Type.Integer()),
});

export const ChangelogPage = Type.Object({
  issueChangeLogs: Type.Array(
    Type.Object({
      issueId: Id,
      changeHistories: Type.Array(History),
    }),
  ),
  nextPageToken: maybe(Type.String()),
});

/** Reads values of one shape. Throws SourceError `unexpected-answer` that names the field. */
export function reader<T extends TSchema>(type: T): (value: unknown, host: string) => Static<T> {
  const validator = Compile(type);
  const isRight = (value: unknown): value is Static<T> => validator.Check(value);
  return (value, host) => {
    if (isRight(value)) return value;
    const errors = validator.Errors(value);
    const told = errors.filter(({ keyword, message }) => keyword !== 'anyOf' && message !== 'must be null');
    const [{ instancePath, message }] = [
      ...told,
      ...errors,
      { instancePath: '', message: 'has another shape' },
    ];
    throw unexpected(`${instancePath.slice(1).replaceAll('/', '.') || 'it'} ${message}`, host);
  };
}
