import { calendarDate } from '../../../server/words/date.ts';
import chips from '../../filters/filter-chips.module.css';
import type { IssuesPlace } from '../../filters/issues-filters.ts';
import type { Issues } from '../../filters/use-items.ts';
import { measures } from './items-chips.tsx';

type Chip = { readonly name: keyof IssuesPlace; readonly label: string };

const states: Record<NonNullable<IssuesPlace['state']>, string> = {
  open: 'Open',
  'in-progress': 'In progress',
  finished: 'Finished',
  declined: 'Closed without delivery',
  'left-out': 'Left out of measures',
};

const reasons: Record<NonNullable<IssuesPlace['leftOut']>, string> = {
  epic: 'Epics',
  'sub-task': 'Sub-tasks',
  deleted: 'Deleted since',
  'no-value': 'Without a value',
};

/** What a list of issues is narrowed to; each can be taken off. */
export function chipsOfIssues({ measure, week, state, leftOut, linked, q, id }: IssuesPlace): Chip[] {
  const all: Chip[] = [];
  if (measure !== undefined) all.push({ name: 'measure', label: `Behind ${measures[measure]}` });
  if (week !== undefined) all.push({ name: 'week', label: `Week of ${calendarDate(week)}` });
  if (leftOut !== undefined) all.push({ name: 'leftOut', label: reasons[leftOut] });
  if (state !== undefined) all.push({ name: 'state', label: states[state] });
  if (linked !== undefined)
    all.push({
      name: 'linked',
      label: linked === 'yes' ? 'Named by a pull request' : 'Named by no pull request',
    });
  if (q !== undefined) all.push({ name: 'q', label: `Key or title contains “${q}”` });
  if (id !== undefined) all.push({ name: 'id', label: 'Only one issue' });
  return all;
}

export function IssuesChips({ list }: { list: Issues }) {
  const { place, hrefWith, go } = list;
  const all = chipsOfIssues(place);
  if (all.length === 0) return null;
  // Without its measure nothing has no value in it.
  const alone = (name: Chip['name']) =>
    name === 'measure' && place.leftOut === 'no-value' ? { leftOut: undefined } : {};
  return (
    <ul className={chips.chips} aria-label="What the list is narrowed to">
      {all.map(({ name, label }) => (
        <li key={name}>
          <button
            type="button"
            className={chips.chip}
            onClick={() => go(hrefWith({ [name]: undefined, ...alone(name) }))}
          >
            <span className="heard">Remove filter: </span>
            {label}
            <svg className={chips.cross} viewBox="0 0 10 10" aria-hidden="true">
              <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}
