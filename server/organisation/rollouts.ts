import { dayOf } from '../model/day.ts';
import { QuestionError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { OrganisationEdit, OrganisationRows } from '../model/organisation.ts';
import type { Rollout } from '../model/rollout.ts';
import { opaqueId } from '../people/opaque-id.ts';
import { plainName, teamNames } from '../people/team-id.ts';
import type { Decide } from './decided.ts';
import { type RolloutDraft, rolloutDraft } from './rollout-draft.ts';
import { movedNote, rolloutEdit } from './rollout-edit.ts';

/** More would be a list of tools, which nobody compares. */
export const MOST_ROLLOUTS = 20;

/**
 * A rollout as somebody states it, in place of the one with this id; null: a new one, or the one of the same name.
 * A date that is another than before is said on the time axis, since what is compared from then on is something else.
 */
export function statedRollout(id: string | null, draft: RolloutDraft, at: Instant, zone: string): Decide {
  return ({ rows }) => {
    const before = found(rows, id, draft.name);
    const rollout = statedAs(rows, before, draft);
    if (before === undefined) return { notes: [], edit: added(rows, rollout) };
    if (same(before, rollout)) return { edit: null, notes: [] };
    const moved = !sameStarts(before, rollout);
    return {
      notes: [],
      edit: {
        ...rolloutEdit(
          rows.rollouts.map((one) => (one.id === rollout.id ? rollout : one)),
          before,
        ),
        summary: `The rollout "${rollout.name}" was changed: ${dated(rollout)}.`,
        ...(moved && { note: movedNote([rollout], dayOf(at, zone)) }),
      },
    };
  };
}

/** A new one, of a name that no other has. */
export function addedRollout(draft: RolloutDraft): Decide {
  return ({ rows }) => ({ notes: [], edit: added(rows, statedAs(rows, undefined, draft)) });
}

function added({ rollouts }: OrganisationRows, rollout: Rollout): OrganisationEdit {
  if (rollouts.length >= MOST_ROLLOUTS) {
    throw new QuestionError(
      'too-many-rollouts',
      `There are ${MOST_ROLLOUTS} rollouts already: remove one first.`,
    );
  }
  return {
    ...rolloutEdit([...rollouts, rollout], null),
    summary: `The rollout "${rollout.name}" was added: ${dated(rollout)}.`,
  };
}

/** Takes a rollout away; what it was stays among the changes. */
export function removedRollout(id: string): Decide {
  return ({ rows }) => {
    const before = theRollout(rows, id);
    return {
      notes: [],
      edit: {
        ...rolloutEdit(
          rows.rollouts.filter((one) => one.id !== id),
          before,
        ),
        kind: 'rollout-removed',
        summary: `The rollout "${before.name}" was removed.`,
      },
    };
  };
}

/** @throws QuestionError `unknown-rollout` */
export function theRollout({ rollouts }: Pick<OrganisationRows, 'rollouts'>, id: string): Rollout {
  const rollout = rollouts.find((one) => one.id === id);
  if (rollout !== undefined) return rollout;
  const known = rollouts.map((one) => one.id);
  throw new QuestionError('unknown-rollout', `There is no rollout "${id}".`, 'rollout', known);
}

/** As it is kept, under the id that it has or is given. @throws QuestionError on what is no rollout, or has the name of another */
export function statedAs(rows: OrganisationRows, before: Rollout | undefined, draft: RolloutDraft): Rollout {
  const { name, tool, kind, starts } = rolloutDraft(draft, teamNames(rows.teams, rows.accountTeams));
  refuseTakenName(rows, before, name);
  const id = before?.id ?? newId(rows, name);
  return { id, name, tool, kind, starts, draw: before?.draw ?? null };
}

function found(rows: OrganisationRows, id: string | null, name: string): Rollout | undefined {
  if (id !== null) return theRollout(rows, id);
  return rows.rollouts.find((one) => plainName(one.name) === plainName(name));
}

function newId({ rollouts }: OrganisationRows, name: string): string {
  const taken = new Set(rollouts.map(({ id }) => id));
  const wanted = opaqueId(`rollout ${plainName(name)}`);
  // One that has another name by now may have been called so.
  return taken.has(wanted) ? opaqueId(`rollout ${plainName(name)} ${taken.size}`) : wanted;
}

function refuseTakenName({ rollouts }: OrganisationRows, before: Rollout | undefined, name: string): void {
  const other = rollouts.find((one) => one.id !== before?.id && plainName(one.name) === plainName(name));
  if (other !== undefined) {
    throw new QuestionError('name-in-use', `There is a rollout "${other.name}" already.`, 'name');
  }
}

export function same(one: Rollout, other: Rollout): boolean {
  return JSON.stringify([one.name, one.tool, one.kind]) ===
    JSON.stringify([other.name, other.tool, other.kind])
    ? sameStarts(one, other)
    : false;
}

export function sameStarts(one: Rollout, other: Rollout): boolean {
  return JSON.stringify(one.starts) === JSON.stringify(other.starts);
}

function dated({ starts }: Rollout): string {
  const days = starts.flatMap(({ day }) => day ?? []).sort();
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return 'no team has a date yet';
  const teams = days.length === 1 ? '1 team starts' : `${days.length} teams start`;
  return first === last ? `${teams} on ${first}` : `${teams} from ${first} to ${last}`;
}
