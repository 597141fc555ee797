import type { RolloutKind, Rollouts, StatedRollout, WrittenRollout } from '../../../server/contract/index.ts';
import { rolloutKinds } from '../../../server/words/rollout.ts';

/** A rollout as it is written in the form; an empty day: not planned. */
export type RolloutDraft = {
  readonly name: string;
  readonly tool: string;
  readonly kind: RolloutKind;
  readonly days: ReadonlyMap<string, string>;
};

export function emptyRollout({ teams }: Pick<Rollouts, 'teams'>): RolloutDraft {
  return { name: '', tool: '', kind: 'assistant', days: new Map(teams.map(({ id }) => [id, ''])) };
}

export function draftOf({ name, tool, kind, starts }: StatedRollout): RolloutDraft {
  return { name, tool: tool ?? '', kind, days: new Map(starts.map(({ team, day }) => [team, day ?? ''])) };
}

export function writtenOf({ name, tool, kind, days }: RolloutDraft): WrittenRollout {
  return {
    name,
    ...(tool.trim() !== '' && { tool: tool.trim() }),
    kind,
    starts: [...days].map(([team, day]) => ({ team, day: day === '' ? null : day })),
  };
}

export function withDay(draft: RolloutDraft, team: string, day: string): RolloutDraft {
  return { ...draft, days: new Map([...draft.days, [team, day]]) };
}

/** One day for all teams that have none. */
export function withRestOn(draft: RolloutDraft, day: string): RolloutDraft {
  return { ...draft, days: new Map([...draft.days].map(([team, own]) => [team, own === '' ? day : own])) };
}

export const kindOptions = Object.entries(rolloutKinds);

export function kindOf(value: string): RolloutKind {
  const known: readonly RolloutKind[] = ['assistant', 'agent', 'review', 'program'];
  return known.find((kind) => kind === value) ?? 'other';
}
