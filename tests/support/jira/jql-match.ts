import type { FakeIssue } from './issue.ts';
import { dateMatcher, keyMatcher, type Matches, type Term } from './jql-compare.ts';
import type { Clause, Operand } from './jql-query.ts';
import { JqlError } from './jql-words.ts';
import type { FakeSite } from './site.ts';

/** Throws a JqlError for values that the site does not have. */
export function matcher(clause: Clause, site: FakeSite, anonymous: boolean, strict = true): Matches {
  if (clause.kind === 'not') {
    const inner = matcher(clause.part, site, anonymous, strict);
    return (issue) => !inner(issue);
  }
  if (clause.kind === 'term') return termMatcher(clause, site, anonymous, strict);
  const parts = clause.parts.map((part) => matcher(part, site, anonymous, strict));
  return clause.kind === 'all'
    ? (issue) => parts.every((part) => part(issue))
    : (issue) => parts.some((part) => part(issue));
}

/** The site's own name of a field of JQL; throws for one that it does not have. */
export function fieldNamed(name: string, site: FakeSite): string {
  const wanted = name.toLowerCase();
  if (wanted === 'statuscategory') return wanted;
  const found = site.fields.find(({ clauses }) => clauses.some((clause) => clause.toLowerCase() === wanted));
  if (found === undefined)
    throw new JqlError(`Field '${name}' does not exist or you do not have permission to view it.`);
  return found.id;
}

function termMatcher(term: Term, site: FakeSite, anonymous: boolean, strict: boolean): Matches {
  const field = fieldNamed(term.field, site);
  if (field === 'issuekey') return keyMatcher(term, site, strict);
  if (field === 'created' || field === 'updated') return dateMatcher(term, field, site);
  if (!searchable.includes(field)) throw new JqlError(`The fake Jira does not search by '${field}'.`);
  const wanted = new Set(term.operands.map((operand) => meantBy(operand, field, site, anonymous)));
  const held = (issue: FakeIssue): boolean =>
    valuesHeld(issue, field, site).some((value) => wanted.has(value));
  const { operator } = term;
  if (operator === '=' || operator === 'in' || operator === 'is') return held;
  // What is empty is in none of the negations.
  if (operator === '!=' || operator === 'not in')
    return (issue) => !held(issue) && !valuesHeld(issue, field, site).includes(null);
  if (operator === 'is not') return (issue) => !held(issue);
  throw new JqlError(`The operator '${operator}' is not supported by the '${term.field}' field.`);
}

const searchable = 'project status statuscategory issuetype resolution assignee parent labels'.split(' ');

/** Ids; null: the field is empty. */
function valuesHeld(issue: FakeIssue, field: string, site: FakeSite): (string | null)[] {
  switch (field) {
    case 'project':
      return [issue.projectId];
    case 'status':
      return [issue.statusId];
    case 'statuscategory':
      return [site.statuses.find(({ id }) => id === issue.statusId)?.category ?? null];
    case 'issuetype':
      return [issue.typeId];
    case 'resolution':
      return [issue.resolutionId];
    case 'assignee':
      return [issue.assigneeId];
    case 'parent':
      return [issue.parentId === null ? null : String(issue.parentId)];
    case 'labels':
      return issue.labels.length === 0 ? [null] : issue.labels;
    default:
      return [];
  }
}

function meantBy(operand: Operand, field: string, site: FakeSite, anonymous: boolean): string | null {
  if (operand.kind === 'empty') return null;
  const { text } = operand;
  if (operand.kind === 'call') {
    if (field === 'assignee' && text.toLowerCase() === 'currentuser') return site.owner.id;
    throw new JqlError(`Unable to find JQL function '${text}()'.`);
  }
  const called = ({ id, name }: { id: string; name: string }) =>
    id === text || name.toLowerCase() === text.toLowerCase();
  const project = field === 'project' ? (site.project(text) ?? site.projects.find(called)) : undefined;
  const lists = {
    project: project?.browsable && !anonymous ? [project] : [],
    status: site.statuses.filter(called),
    issuetype: site.types.filter(called),
    resolution: site.resolutions.filter(called),
  };
  if (field === 'labels') return text;
  if (field === 'statuscategory')
    return { 'to do': 'new', 'in progress': 'indeterminate' }[text.toLowerCase()] ?? text.toLowerCase();
  if (field === 'parent') return String(site.find(text)?.id ?? -1);
  if (field === 'assignee')
    return [...site.people.values()].find(({ id, username }) => id === text || username === text)?.id ?? text;
  const found = Object.entries(lists).find(([name]) => name === field)?.[1] ?? [];
  if (found[0] === undefined)
    throw new JqlError(`The value '${text}' does not exist for the field '${field}'.`);
  return found[0].id;
}
