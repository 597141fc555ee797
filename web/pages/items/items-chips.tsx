import type { MeasureId } from '../../../server/contract/index.ts';
import { calendarDate } from '../../../server/words/date.ts';
import chips from '../../filters/filter-chips.module.css';
import type { ItemsPlace } from '../../filters/items-filters.ts';
import type { Items } from '../../filters/use-items.ts';

type Chip = { readonly name: keyof ItemsPlace; readonly label: string };

export const measures: Record<MeasureId, string> = {
  'cycle-time': 'cycle time',
  'time-to-merge': 'time to merge',
  'coding-time': 'coding time',
  'pickup-time': 'pickup time',
  'review-time': 'review time',
  'merge-time': 'merge time',
  'deploy-time': 'deploy time',
  'lead-time-for-changes': 'lead time for changes',
  'merged-pull-requests': 'merged pull requests',
  'merged-per-person': 'merged pull requests per person',
  'work-in-progress': 'work in progress',
  'age-of-open-work': 'age of open work',
  'batch-size': 'batch size',
  'issues-finished': 'issues finished',
  'issues-finished-per-person': 'issues finished per person',
  'issue-lead-time': 'issue lead time',
  'issue-cycle-time': 'issue cycle time',
  'flow-efficiency': 'flow efficiency',
  'issues-in-progress': 'issues in progress',
  'age-of-issues-in-progress': 'age of issues in progress',
  'ai-marked-share': 'AI-marked share',
  'ai-assisted-throughput': 'AI-assisted throughput',
  'ai-line-share': 'AI line share',
  'revert-rate': 'revert rate',
  'hotfix-rate': 'hotfix rate',
  'rework-share': 'rework share',
  'reopened-issues': 'reopened issues',
  'bugs-linked': 'bugs linked',
  'merged-without-review': 'merged without review',
  'large-pull-requests': 'over 400 lines',
  'review-time-per-100-lines': 'review time per 100 lines',
  'review-rounds': 'review rounds',
  'review-comments-per-100-lines': 'review comments per 100 lines',
  'ci-first-pass-rate': 'CI first-pass rate',
};

const states: Record<NonNullable<ItemsPlace['state']>, string> = {
  open: 'Open',
  merged: 'Merged',
  closed: 'Closed without a merge',
  'left-out': 'Left out of measures',
};

const reasons: Record<NonNullable<ItemsPlace['leftOut']>, string> = {
  automation: 'Opened by automation',
  'long-lived-branch': 'Long-lived branches',
  'back-port': 'Back-ports',
  'direct-push': 'Direct pushes',
  'branch-merge': 'Branch merges',
  'no-value': 'Without a value',
};

const waitings: Record<NonNullable<ItemsPlace['waiting']>, string> = {
  draft: 'Still a draft',
  review: 'Awaits review',
  'in-review': 'In review',
  approved: 'Approved',
};

const ages: Record<NonNullable<ItemsPlace['age']>, string> = {
  'under-1d': 'Open for under a day',
  '1d-3d': 'Open for 1 to 3 days',
  '3d-7d': 'Open for 3 to 7 days',
  '1w-2w': 'Open for 1 to 2 weeks',
  '2w-4w': 'Open for 2 to 4 weeks',
  '4w-12w': 'Open for 4 to 12 weeks',
  'over-12w': 'Open for over 12 weeks',
};

/** What a list is narrowed to, in the order in which it was meant; each can be taken off. */
export function chipsOfItems({ measure, week, state, leftOut, waiting, age, q, id }: ItemsPlace): Chip[] {
  const all: Chip[] = [];
  if (measure !== undefined) all.push({ name: 'measure', label: `Behind ${measures[measure]}` });
  if (week !== undefined) all.push({ name: 'week', label: `Week of ${calendarDate(week)}` });
  if (leftOut !== undefined) all.push({ name: 'leftOut', label: reasons[leftOut] });
  if (state !== undefined) all.push({ name: 'state', label: states[state] });
  if (waiting !== undefined) all.push({ name: 'waiting', label: waitings[waiting] });
  if (age !== undefined) all.push({ name: 'age', label: ages[age] });
  if (q !== undefined) all.push({ name: 'q', label: `Title contains “${q}”` });
  if (id !== undefined) all.push({ name: 'id', label: `Only ${id.slice(id.lastIndexOf('/') + 1)}` });
  return all;
}

export function ItemsChips({ list }: { list: Items }) {
  const { place, hrefWith, go } = list;
  const all = chipsOfItems(place);
  if (all.length === 0) return null;
  // Without its measure nothing has no value in it, and only what is open waits for something and has an age.
  const alone = (name: Chip['name']) => {
    if (name === 'state') return { waiting: undefined, age: undefined };
    return name === 'measure' && place.leftOut === 'no-value' ? { leftOut: undefined } : {};
  };
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
