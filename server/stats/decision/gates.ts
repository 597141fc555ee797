export type Compared = {
  readonly teams: number;
  readonly starters: number;
  /** Teams untreated at the last period used. */
  readonly untreated: number;
  readonly periodsBefore: number;
  readonly periodsAfter: number;
};

export type Gate =
  | 'teams'
  | 'starters'
  | 'untreated'
  | 'share of untreated'
  | 'periods before'
  | 'periods after';

/** What a compared verdict needs (STATISTICS (c) and (k)). */
export const GATES = { teams: 8, starters: 3, untreated: 3, untreatedShare: 0.25, before: 3, after: 2 };

/** The gates that fail. With few untreated teams false alarms rise: 12 % with 2 of 24, 7.5 % with 3, 5.1 % with 6. */
export function failedGates(data: Compared): Gate[] {
  const gates: [Gate, boolean][] = [
    ['teams', data.teams >= GATES.teams],
    ['starters', data.starters >= GATES.starters],
    ['untreated', data.untreated >= GATES.untreated],
    ['share of untreated', data.untreated >= GATES.untreatedShare * data.teams],
    ['periods before', data.periodsBefore >= GATES.before],
    ['periods after', data.periodsAfter >= GATES.after],
  ];
  return gates.flatMap(([gate, holds]) => (holds ? [] : [gate]));
}
