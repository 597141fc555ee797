import { type Static, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';

// What GitHub tells of Copilot, in the fields that we read and no others.

const nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);
const count = Type.Optional(nullable(Type.Number()));

/** Where the reports of one day lie. */
export const Links = Compile(Type.Object({ download_links: Type.Array(Type.String()) }));

export const UserDay = Type.Object({
  user_login: Type.String(),
  user_initiated_interaction_count: count,
  code_generation_activity_count: count,
  code_acceptance_activity_count: count,
  loc_suggested_to_add_sum: count,
  loc_added_sum: count,
  totals_by_cli: Type.Optional(nullable(Type.Object({ request_count: count }))),
});
export type CopilotUserDay = Static<typeof UserDay>;
export const UserDays = Compile(Type.Array(UserDay));

const Seat = Type.Object({
  created_at: Type.String(),
  last_activity_at: Type.Optional(nullable(Type.String())),
  assignee: Type.Optional(nullable(Type.Object({ login: Type.Optional(Type.String()) }))),
});
export type CopilotSeat = Static<typeof Seat>;

export const SeatPage = Compile(
  Type.Object({ total_seats: Type.Optional(Type.Integer()), seats: Type.Array(Seat) }),
);
