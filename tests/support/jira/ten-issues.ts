import type { Deployment } from './field.ts';
import { FakeSite } from './site.ts';

/**
 * The history of an issue as Jira tells it, each line an instant of February 2026 (UTC) and a status, and what was worked out
 * from it with pencil and paper. Hours, and the share in hand to three digits; null: it has none. `status`: hours in each status until the finish.
 */
export type ByHand = {
  why: string;
  history: readonly (readonly [at: string, status: string, resolution?: string])[];
  movedAt?: string;
  lead: number | null;
  cycle: number | null;
  active: number | null;
  status: Record<string, number>;
};

export const byHand: Record<Deployment, readonly ByHand[]> = {
  Cloud: [
    {
      why: 'straight through: 2nd 09:00 to 4th 15:00 is 54, from the 3rd 09:00 on 30',
      history: [
        ['02T09:00', 'To Do'],
        ['03T09:00', 'In Progress'],
        ['04T15:00', 'Done'],
      ],
      ...{ lead: 54, cycle: 30, active: 1, status: { 'To Do': 24, 'In Progress': 30 } },
    },
    {
      why: 'blocked and reviewed: in hand 6 and 4 of 46, blocked 16, in review 20',
      history: [
        ['02T10:00', 'To Do'],
        ['02T12:00', 'In Progress'],
        ['02T18:00', 'Blocked'],
        ['03T10:00', 'In Progress'],
        ['03T14:00', 'In Review'],
        ['04T10:00', 'Done'],
      ],
      ...{ lead: 48, cycle: 46, active: 0.217 },
      status: { 'To Do': 2, 'In Progress': 10, Blocked: 16, 'In Review': 20 },
    },
    {
      why: 'never in progress: a day from creation, and no cycle',
      history: [
        ['05T09:00', 'To Do'],
        ['06T09:00', 'Done'],
      ],
      ...{ lead: 24, cycle: null, active: null, status: { 'To Do': 24 } },
    },
    {
      why: 'reopened and finished again: the first finish counts',
      history: [
        ['02T08:00', 'To Do'],
        ['02T20:00', 'In Progress'],
        ['03T08:00', 'Done'],
        ['05T08:00', 'In Progress'],
        ['06T08:00', 'Done'],
      ],
      ...{ lead: 24, cycle: 12, active: 1, status: { 'To Do': 12, 'In Progress': 12 } },
    },
    {
      why: 'closed as “Won’t do”: not finished',
      history: [
        ['02T09:00', 'To Do'],
        ['03T09:00', 'In Progress'],
        ['04T09:00', 'Done', "Won't Do"],
      ],
      ...{ lead: null, cycle: null, active: null, status: { 'To Do': 24, 'In Progress': 24 } },
    },
  ],
  Server: [
    {
      why: 'sent back to the beginning: in hand 4 and 8 of 30, back in To Do 18',
      history: [
        ['09T09:00', 'To Do'],
        ['09T11:00', 'In Progress'],
        ['09T15:00', 'To Do'],
        ['10T09:00', 'In Progress'],
        ['10T17:00', 'Done'],
      ],
      ...{ lead: 32, cycle: 30, active: 12 / 30, status: { 'To Do': 20, 'In Progress': 12 } },
    },
    {
      why: 'reviewed without having been in hand: two days, all of them waiting',
      history: [
        ['09T09:00', 'To Do'],
        ['10T09:00', 'In Review'],
        ['12T09:00', 'Done'],
      ],
      ...{ lead: 72, cycle: 48, active: 0, status: { 'To Do': 24, 'In Review': 48 } },
    },
    {
      why: 'moved to another project on the way: one history, two days, one of them in progress',
      history: [
        ['09T09:00', 'To Do'],
        ['10T09:00', 'In Progress'],
        ['11T09:00', 'Done'],
      ],
      movedAt: '10T12:00',
      ...{ lead: 48, cycle: 24, active: 1, status: { 'To Do': 24, 'In Progress': 24 } },
    },
    {
      why: 'declined, taken up again and delivered: 6 hours in hand; of the day in between nobody waited',
      history: [
        ['09T09:00', 'To Do'],
        ['09T10:00', 'In Progress'],
        ['09T12:00', 'Done', "Won't Do"],
        ['10T12:00', 'In Progress'],
        ['10T16:00', 'Done'],
      ],
      ...{ lead: 31, cycle: 30, active: 1, status: { 'To Do': 1, 'In Progress': 6, Done: 24 } },
    },
    {
      why: 'still in progress: no finish, so no lead time and no cycle',
      history: [
        ['09T09:00', 'To Do'],
        ['10T09:00', 'In Progress'],
      ],
      ...{ lead: null, cycle: null, active: null, status: { 'To Do': 24 } },
    },
  ],
};

/** A site in which just that has happened, one issue after the other: SHOP-1 to SHOP-5. */
export function siteByHand(deployment: Deployment): FakeSite {
  const site = new FakeSite(deployment, () => Date.UTC(2026, 1, 20));
  site.addProject('SHOP');
  site.addProject('BILL');
  for (const { history, movedAt } of byHand[deployment]) {
    const [[created, first] = ['01T00:00', 'To Do'], ...changes] = history;
    const issue = site.create({ project: 'SHOP', at: at(created), status: first });
    const steps = [
      ...changes.map(([when, status, resolution]) => ({
        when,
        do: () =>
          site.transition(issue, status, {
            at: at(when),
            ...(resolution === undefined ? {} : { resolution }),
          }),
      })),
      ...(movedAt === undefined
        ? []
        : [{ when: movedAt, do: () => site.move(issue, 'BILL', { at: at(movedAt) }) }]),
    ];
    for (const step of steps.toSorted((one, other) => at(one.when) - at(other.when))) step.do();
  }
  return site;
}

function at(day: string): number {
  return Date.parse(`2026-02-${day}:00Z`);
}
