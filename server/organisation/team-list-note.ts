import { dayOf } from '../model/day.ts';
import type { Instant } from '../model/instant.ts';
import type { OrganisationEdit, OrganisationState } from '../model/organisation.ts';

/** An edit says so on the time axis from this many facts on that it can place elsewhere, and this share of all. */
const MANY = { facts: 20, share: 0.05 };

/**
 * The edit, with a note where it can place much work in other teams, of earlier weeks too: who compares with numbers from before
 * that day compares with another list. One a day, however often the list is sent.
 */
export function withTeamListNote(
  edit: OrganisationEdit,
  { touched }: Pick<OrganisationState, 'touched'>,
  at: Instant,
  zone: string,
): OrganisationEdit {
  const { facts, of } = touched(edit.changes);
  if (facts < MANY.facts || facts < of * MANY.share) return edit;
  const day = dayOf(at, zone);
  const text =
    'Team list changed: work of earlier weeks may count for other teams than it did before this day.';
  return { ...edit, note: { key: `teams ${day}`, kind: 'teams', day, text } };
}
