import type { Instant } from './instant.ts';

/** What kind of tool is rolled out; `program` is a change of how people work, such as a course, without a tool of its own. */
export const ROLLOUT_KINDS = ['assistant', 'agent', 'review', 'program', 'other'] as const;
export type RolloutKind = (typeof ROLLOUT_KINDS)[number];

/**
 * The day on which a team was, or will be, enabled: licences or permission given, whoever used them first and when. An ISO day in
 * the organisation's zone; null: the team has no date. A team that a rollout does not name has none either.
 */
export type RolloutStart = { teamId: string; day: string | null };

/** An order of teams that was drawn by lot for those without a start at that moment, with the seed that it follows from. */
export type RolloutDraw = { at: Instant; seed: number; teams: readonly string[] };

export type Rollout = {
  /** Opaque, and stays when the rollout gets another name. */
  id: string;
  name: string;
  /** As the catalogue of tools names it, `copilot`; null: none, or several. */
  tool: string | null;
  kind: RolloutKind;
  /** By team id, each team once. */
  starts: readonly RolloutStart[];
  /** The last one; null: the order was chosen. */
  draw: RolloutDraw | null;
};
