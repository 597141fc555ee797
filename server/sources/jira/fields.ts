import type { JiraField } from './payload.ts';

/** Ids of the fields of one site that hold sprints, story points in the order in which they are asked, and the key of the epic. */
export type SiteFields = {
  sprints: readonly string[];
  points: readonly string[];
  epics: readonly string[];
};

const SPRINT = /:gh-sprint$/;
const EPIC = /:gh-epic-link$/;
const POINTS = /:jsw-story-points$/;
const POINTS_NAME = /^story points?( estimate)?$/i;

/** `named` is a field's name or id that goes before what is found. */
export function siteFields(all: readonly JiraField[], named: string | undefined): SiteFields {
  const sprints = all.filter(({ schema }) => SPRINT.test(schema?.custom ?? ''));
  const points = all.filter((field) => (named === undefined ? holdsPoints(field) : isNamed(field, named)));
  const epics = all.filter(({ schema }) => EPIC.test(schema?.custom ?? ''));
  return { sprints: idsOf(sprints), points: idsOf(points), epics: idsOf(epics) };
}

function holdsPoints({ name, schema }: JiraField): boolean {
  if (schema?.custom === undefined) return false;
  return POINTS.test(schema.custom) || (schema.type === 'number' && POINTS_NAME.test(name));
}

function isNamed({ id, name }: JiraField, named: string): boolean {
  return id === named || name.toLowerCase() === named.toLowerCase();
}

function idsOf(fields: readonly JiraField[]): string[] {
  return fields.map(({ id }) => id).sort();
}

/** A sprint's name where it stands in the text in which old versions send sprints. */
const OLD_SPRINT = /\bname=(.*?)(?:,[a-zA-Z]+=|\]$)/;

/** Names of the sprints in the value of such a field. */
export function sprintNames(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((sprint: unknown): string[] => {
    if (typeof sprint === 'string') return [OLD_SPRINT.exec(sprint)?.[1] ?? []].flat();
    if (typeof sprint !== 'object' || sprint === null || !('name' in sprint)) return [];
    return typeof sprint.name === 'string' ? [sprint.name] : [];
  });
}

/** The value of a field that each site calls by another id. */
export function contentOf(fields: object, id: string): unknown {
  return Object.hasOwn(fields, id) ? Reflect.get(fields, id) : undefined;
}
