import { fields, myself, serverInfo } from './about.ts';
import type { Answer } from './answer.ts';
import { bulkChangelog } from './bulk-changelog.ts';
import type { Call } from './call.ts';
import type { Deployment } from './field.ts';
import { oldSearch } from './old-search.ts';
import { approximateCount, searchJql } from './search.ts';
import {
  allProjects,
  oneProject,
  resolutions,
  searchProjects,
  searchResolutions,
  searchStatuses,
  statuses,
  types,
} from './vocabulary-calls.ts';

export type Route = {
  /** As tests and the tally name it. */
  call: string;
  /** Data Center does not have what is Cloud's only. */
  only?: Deployment;
  answer: (call: Call) => Answer;
};

const routes: readonly Route[] = [
  { call: 'GET serverInfo', answer: serverInfo },
  { call: 'GET myself', answer: myself },
  { call: 'GET field', answer: fields },
  { call: 'GET status', answer: statuses },
  { call: 'GET statuses/search', only: 'Cloud', answer: searchStatuses },
  { call: 'GET issuetype', answer: types },
  { call: 'GET resolution', answer: resolutions },
  { call: 'GET resolution/search', only: 'Cloud', answer: searchResolutions },
  { call: 'GET project', answer: allProjects },
  { call: 'GET project/search', only: 'Cloud', answer: searchProjects },
  { call: 'GET project/{}', answer: oneProject },
  { call: 'GET search/jql', only: 'Cloud', answer: searchJql },
  { call: 'POST search/jql', only: 'Cloud', answer: searchJql },
  { call: 'POST search/approximate-count', only: 'Cloud', answer: approximateCount },
  { call: 'POST changelog/bulkfetch', only: 'Cloud', answer: bulkChangelog },
  { call: 'GET search', answer: oldSearch },
  { call: 'POST search', answer: oldSearch },
];

export type Routed = { call: string; named: string[]; route: Route | null };

/** `path` is what follows `/rest/api/3/`. Of a call that there is not, the name is the path itself. */
export function routed(method: string, path: string, deployment: Deployment): Routed {
  const plain = `${method} ${path}`;
  const there = ({ only }: Route): boolean => only === undefined || only === deployment;
  const exact = routes.find((route) => route.call === plain && there(route));
  if (exact !== undefined) return { call: plain, named: [], route: exact };
  // On Data Center `project/search` asks for a project with that key.
  const [, key] = /^project\/([^/]+)$/.exec(path) ?? [];
  const open = key === undefined ? undefined : routes.find(({ call }) => call === `${method} project/{}`);
  if (key !== undefined && open !== undefined) return { call: open.call, named: [key], route: open };
  return { call: plain, named: [], route: null };
}
