import type { FakeProject } from './issue.ts';
import type { FakeSite } from './site.ts';
import type { FakeCategory, FakeResolution, FakeStatus, FakeType } from './vocabulary.ts';

const categories = {
  new: { id: 2, colorName: 'blue-gray', name: 'To Do', word: 'TODO' },
  indeterminate: { id: 4, colorName: 'yellow', name: 'In Progress', word: 'IN_PROGRESS' },
  done: { id: 3, colorName: 'green', name: 'Done', word: 'DONE' },
} as const;

/** The address that the calls of this Jira begin with. */
export function apiOf(site: FakeSite, base: string): string {
  return `${base}/rest/api/${site.deployment === 'Cloud' ? 3 : 2}`;
}

export function categoryWord(category: FakeCategory): string {
  return categories[category].word;
}

export function statusBody(
  { id, name, category, projectId }: FakeStatus,
  site: FakeSite,
  base: string,
): object {
  const { word, ...about } = categories[category];
  const api = apiOf(site, base);
  return {
    self: `${api}/status/${id}`,
    description: '',
    iconUrl: `${base}/images/icons/statuses/generic.png`,
    name,
    ...(site.deployment === 'Cloud' ? { untranslatedName: name } : {}),
    id,
    statusCategory: { self: `${api}/statuscategory/${about.id}`, key: category, ...about },
    ...scopeOf(projectId),
  };
}

/** Data Center does not tell levels: a type is one of sub-tasks or is none. */
export function typeBody({ id, name, level, projectId }: FakeType, site: FakeSite, base: string): object {
  return {
    self: `${apiOf(site, base)}/issuetype/${id}`,
    id,
    description: '',
    iconUrl: `${base}/images/icons/issuetypes/${id}.svg`,
    name,
    ...(site.deployment === 'Cloud' ? { untranslatedName: name, hierarchyLevel: level } : {}),
    subtask: level === -1,
    avatarId: 10_300,
    ...scopeOf(projectId),
  };
}

export function resolutionBody({ id, name }: FakeResolution, site: FakeSite, base: string): object {
  return { self: `${apiOf(site, base)}/resolution/${id}`, id, description: '', name };
}

export function projectBody(project: FakeProject, site: FakeSite, base: string): object {
  const { id, key, name, teamManaged, archived } = project;
  const cloud = site.deployment === 'Cloud';
  return {
    expand: 'description,lead,issueTypes,url,projectKeys',
    self: `${apiOf(site, base)}/project/${id}`,
    id,
    key,
    name,
    avatarUrls: { '48x48': `${base}/avatar/project-${id}.png` },
    projectTypeKey: 'software',
    ...(cloud
      ? {
          simplified: teamManaged,
          style: teamManaged ? 'next-gen' : 'classic',
          isPrivate: false,
          properties: {},
        }
      : {}),
    ...(archived ? { archived } : {}),
  };
}

function scopeOf(projectId: string | null): object {
  return projectId === null ? {} : { scope: { type: 'PROJECT', project: { id: projectId } } };
}
