import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

// What Cursor's Admin API sends, in the fields that we read and no others; instants are milliseconds since 1970.

const count = Type.Optional(Type.Union([Type.Number(), Type.Null()]));

const Usage = Type.Object({
  date: Type.Number(),
  email: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  isActive: Type.Boolean(),
  totalLinesAdded: count,
  acceptedLinesAdded: count,
  composerRequests: count,
  chatRequests: count,
  agentRequests: count,
  cmdkUsages: count,
});
export type CursorUsage = Static<typeof Usage>;

export const UsagePage = Compile(
  Type.Object({
    data: Type.Array(Usage),
    pagination: Type.Optional(Type.Object({ hasNextPage: Type.Boolean() })),
  }),
);

const Member = Type.Object({
  email: Type.String(),
  isRemoved: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
});

export const Members = Compile(Type.Object({ teamMembers: Type.Array(Member) }));
