import { type Answer, json, refusal } from './answer.ts';
import { type Call, numberIn, textIn } from './call.ts';
import { categoryWord, projectBody, resolutionBody, statusBody, typeBody } from './vocabulary-body.ts';

export function statuses({ site, base, anonymous }: Call): Answer {
  return json(200, anonymous ? [] : site.statuses.map((status) => statusBody(status, site, base)));
}

export function types({ site, base, anonymous }: Call): Answer {
  return json(200, anonymous ? [] : site.types.map((type) => typeBody(type, site, base)));
}

export function resolutions({ site, base, anonymous }: Call): Answer {
  return json(200, anonymous ? [] : site.resolutions.map((one) => resolutionBody(one, site, base)));
}

/** Cloud's `statuses/search`: all or those of one project, with what they belong to. */
export function searchStatuses(call: Call): Answer {
  const { site, anonymous } = call;
  const projectId = textIn(call, 'projectId');
  const category = textIn(call, 'statusCategory');
  const found = site.statuses.filter(
    (status) =>
      !anonymous &&
      (projectId === undefined || status.projectId === projectId) &&
      (category === undefined || categoryWord(status.category) === category),
  );
  const told = found.map(({ id, name, category: kind, projectId: owner }) => ({
    id,
    name,
    statusCategory: categoryWord(kind),
    scope: owner === null ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: owner } },
    description: '',
  }));
  return pageOf(call, told, { usual: 200, most: 200, path: 'statuses/search' });
}

/** Cloud's `resolution/search`. */
export function searchResolutions(call: Call): Answer {
  const { site, anonymous } = call;
  const told = anonymous
    ? []
    : site.resolutions.map(({ id, name }) => ({ id, name, description: '', isDefault: false }));
  return pageOf(call, told, { usual: 50, most: 50, path: 'resolution/search' });
}

/** Cloud's `project/search`: what the asker may see, by key. */
export function searchProjects(call: Call): Answer {
  const keys = call.search.getAll('keys');
  const shown = seen(call).filter(({ key }) => keys.length === 0 || keys.includes(key));
  const live = call.search.getAll('status').includes('archived')
    ? shown
    : shown.filter(({ archived }) => !archived);
  const told = live.map((project) => projectBody(project, call.site, call.base));
  return pageOf(call, told, { usual: 50, most: 100, path: 'project/search' });
}

/** All in one list: Data Center's only way, and Cloud's old one. */
export function allProjects(call: Call): Answer {
  const live = seen(call).filter(({ archived }) => !archived);
  return json(
    200,
    live.map((project) => projectBody(project, call.site, call.base)),
  );
}

export function oneProject(call: Call): Answer {
  const [wanted = ''] = call.named;
  const found = call.site.project(decodeURIComponent(wanted));
  if (found === undefined || !seen(call).includes(found))
    return refusal(404, `No project could be found with key '${wanted}'.`);
  return json(200, projectBody(found, call.site, call.base));
}

function seen({ site, anonymous }: Call) {
  const shown = anonymous ? [] : site.projects.filter(({ browsable }) => browsable);
  return shown.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

type Sizes = { usual: number; most: number; path: string };

function pageOf(call: Call, all: readonly object[], { usual, most, path }: Sizes): Answer {
  const startAt = numberIn(call, 'startAt') ?? 0;
  const maxResults = Math.min(Math.max(1, numberIn(call, 'maxResults') ?? usual), most);
  const values = all.slice(startAt, startAt + maxResults);
  const end = startAt + values.length;
  const isLast = end >= all.length;
  const address = (at: number): string =>
    `${call.base}/rest/api/3/${path}?maxResults=${maxResults}&startAt=${at}`;
  return json(200, {
    self: address(startAt),
    ...(isLast ? {} : { nextPage: address(end) }),
    ...{ maxResults, startAt, total: all.length, isLast, values },
  });
}
