import type { Rollouts, StatedRollout } from '../contract/rollouts.ts';
import { dayOf } from '../model/day.ts';
import { orderKept } from '../model/drawn-order.ts';
import { type Instant, isoInstant } from '../model/instant.ts';
import type { Rollout } from '../model/rollout.ts';
import { orderSentences, startsSentence } from '../words/rollout.ts';

type Team = { id: string; name: string };

/** Rollouts as they were stated, each with all teams there are. */
export function statedRollouts(
  rollouts: readonly Rollout[],
  teams: readonly Team[],
  { now, zone }: { now: Instant; zone: string },
  mayEdit: boolean,
): Rollouts {
  const known = teams.map(({ id, name }) => ({ id, name }));
  return {
    rollouts: rollouts.map((rollout) => stated(rollout, known, zone)),
    teams: known,
    today: dayOf(now, zone),
    mayEdit,
  };
}

function stated(rollout: Rollout, teams: readonly Team[], zone: string): StatedRollout {
  const { id, name, tool, kind } = rollout;
  const days = new Map(rollout.starts.map(({ teamId, day }) => [teamId, day]));
  const starts = teams.map((team) => ({ team: team.id, name: team.name, day: days.get(team.id) ?? null }));
  const summary = startsSentence(starts.map(({ day }) => day));
  return { id, name, tool, kind, starts, draw: drawOf(rollout, teams, zone), summary };
}

function drawOf(rollout: Rollout, teams: readonly Team[], zone: string): StatedRollout['draw'] {
  const kept = orderKept(rollout, zone);
  if (rollout.draw === null || kept === 'none') return null;
  const { at, seed, teams: order } = rollout.draw;
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const drawn = order.map((id) => ({ id, name: names.get(id) ?? 'a team that is no more' }));
  return { at: isoInstant(at), seed, teams: drawn, kept, sentence: orderSentences[kept] };
}
