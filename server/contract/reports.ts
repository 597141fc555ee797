import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { RolloutVerdict } from './verdict.ts';
import { ResolvedView } from './view.ts';

const nullableString = Type.Union([Type.String(), Type.Null()]);

export const Channel = Type.Enum(['Slack', 'e-mail', 'GitHub issue']);
export type Channel = Static<typeof Channel>;

/** A place that the weekly digest goes to, and how it reads there. */
export const ReportChannel = Type.Object({
  channel: Channel,
  isSetUp: Type.Boolean(),
  /** Where it goes in general words, or how it is set up. Names nobody, and holds no secret. */
  says: Type.String(),
  /** As it is sent: Slack's own marks, the plain text of a mail, Markdown. */
  text: Type.String(),
});
export type ReportChannel = Static<typeof ReportChannel>;

export const Reports = Type.Object({
  /** Whether whoever asks may send a test. */
  mayEdit: Type.Boolean(),
  subject: Type.String(),
  /** "Goes out on Mon 30 Nov 2026, 07:30." or why nothing will. */
  when: Type.String(),
  channels: Type.Array(ReportChannel),
  verdict: RolloutVerdict,
  dataLine: nullableString,
});
export type Reports = Static<typeof Reports>;
export const ReportsAnswer = answerOf(ResolvedView, Reports);
export type ReportsAnswer = Static<typeof ReportsAnswer>;

export const AskedTest = Type.Object({ channel: Channel }, { additionalProperties: false });
export type AskedTest = Static<typeof AskedTest>;
export const SentAnswer = answerOf(
  Type.Object({}),
  Type.Object({ channel: Channel, sent: Type.Boolean(), summary: Type.String() }),
);
export type SentAnswer = Static<typeof SentAnswer>;
