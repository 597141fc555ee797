import type { IssueState, MeasureId, OpenAge, View, Waiting } from '../../server/contract/index.ts';
import { viewDefaults } from '../../server/contract/view.ts';

/** What a mark of a figure stands for: the items behind it. */
export type ItemsBehind = {
  readonly measure?: MeasureId;
  /** A Monday. */
  readonly week?: string;
  readonly id?: string;
  /** Issues in place of pull requests; a measure of issues says so itself. */
  readonly of?: 'issues';
  readonly state?: 'open' | 'merged' | 'closed' | IssueState;
  /** Issues that a pull request names, or that none does. */
  readonly linked?: 'yes' | 'no';
  /** A reason of `LeftOutCount`. */
  readonly leftOut?: string;
  /** What open work waits for, and how long it has been open. */
  readonly waiting?: Waiting;
  readonly age?: OpenAge;
  /** Instead of the teams of the view. */
  readonly team?: string;
};

/** Which of a view's filters choose items; the others say how a figure sums them up. */
const choosing = ['repo', 'team', 'ai', 'tool', 'window', 'from', 'to', 'by', 'hours'] as const;

/**
 * The address of the list of pull requests behind a mark of a figure that was asked for by `view`. A point's list has as many
 * items as its `n`; that of a whole figure (a measure without a week) also those of the running week.
 */
export function itemsHref(view: View, { team, ...behind }: ItemsBehind = {}): string {
  const asked = team === undefined ? view : { ...view, team: [team] };
  const query = new URLSearchParams();
  for (const name of choosing) {
    const usual: string | undefined = name in viewDefaults ? Reflect.get(viewDefaults, name) : undefined;
    for (const value of [asked[name] ?? []].flat()) if (value !== usual) query.append(name, value);
  }
  for (const [name, value] of Object.entries(behind)) if (value !== undefined) query.append(name, value);
  return query.size === 0 ? '/items' : `/items?${query}`;
}
