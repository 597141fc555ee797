import type { FakeField } from './vocabulary.ts';

export type Deployment = 'Cloud' | 'Server';

const SPRINT = 'com.pyxis.greenhopper.jira:gh-sprint';

/** The fields of a site; which custom field has which number differs from site to site, so these are not Jira's usual ones. */
export function siteFields(deployment: Deployment): FakeField[] {
  const cloud = deployment === 'Cloud';
  return [
    // The only two that have no schema.
    { id: 'issuekey', name: 'Key', clauses: ['id', 'issue', 'issuekey', 'key'], schema: null },
    { id: 'thumbnail', name: 'Images', clauses: [], schema: null },
    system('summary', 'Summary', 'string'),
    system('project', 'Project', 'project'),
    system('issuetype', cloud ? 'Work type' : 'Issue Type', 'issuetype', ['issuetype', 'type']),
    system('status', 'Status', 'status'),
    system('resolution', 'Resolution', 'resolution'),
    system('resolutiondate', 'Resolved', 'datetime', ['resolutiondate', 'resolved']),
    system('assignee', 'Assignee', 'user'),
    system('reporter', 'Reporter', 'user'),
    system('created', 'Created', 'datetime', ['created', 'createdDate']),
    system('updated', 'Updated', 'datetime', ['updated', 'updatedDate']),
    { ...system('labels', 'Labels', 'array'), schema: { type: 'array', items: 'string', system: 'labels' } },
    {
      ...system('issuelinks', 'Linked Issues', 'array', ['issueLink']),
      schema: { type: 'array', items: 'issuelinks', system: 'issuelinks' },
    },
    ...(cloud ? [system('parent', 'Parent', 'issuelink')] : []),
    custom(10037, 'Sprint', SPRINT, 'array', cloud ? 'json' : 'string'),
    custom(10041, 'Story Points', 'com.atlassian.jira.plugin.system.customfieldtypes:float', 'number'),
    // The field of team-managed projects, under a name of its own.
    ...(cloud
      ? [custom(10016, 'Story point estimate', 'com.pyxis.greenhopper.jira:jsw-story-points', 'number')]
      : [custom(10014, 'Epic Link', 'com.pyxis.greenhopper.jira:gh-epic-link', 'any')]),
    custom(10099, 'Customer', 'com.atlassian.jira.plugin.system.customfieldtypes:textfield', 'string'),
  ];
}

/** Ids of the fields that an issue's own values go by. */
export const SPRINT_FIELD = 'customfield_10037';
export const POINTS_FIELD = 'customfield_10041';
export const TEAM_POINTS_FIELD = 'customfield_10016';
export const EPIC_LINK_FIELD = 'customfield_10014';

function system(id: string, name: string, type: string, clauses: string[] = [id]): FakeField {
  return { id, name, clauses, schema: { type, system: id } };
}

function custom(number: number, name: string, kind: string, type: string, items?: string): FakeField {
  return {
    id: `customfield_${number}`,
    name,
    clauses: [`cf[${number}]`, name],
    schema: { type, ...(items === undefined ? {} : { items }), custom: kind, customId: number },
  };
}
