import { type FakeIssue, numberOf } from './issue.ts';
import { dateIn } from './jql-date.ts';
import type { Clause, Operator } from './jql-query.ts';
import { JqlError } from './jql-words.ts';
import type { FakeSite } from './site.ts';

export type Matches = (issue: FakeIssue) => boolean;
export type Term = Extract<Clause, { kind: 'term' }>;

export function dateMatcher(
  { operator, operands, field: said }: Term,
  field: 'created' | 'updated',
  site: FakeSite,
): Matches {
  const [operand] = operands;
  if (operand === undefined || operand.kind === 'empty' || operands.length > 1)
    throw new JqlError(`The operator '${operator}' is not supported by the '${said}' field.`);
  const now = operand.kind === 'call' && operand.text.toLowerCase() === 'now';
  if (operand.kind === 'call' && !now) throw new JqlError(`Unable to find JQL function '${operand.text}()'.`);
  const at = now ? site.now() : dateIn(operand.text, said, site);
  const fits = comparison(operator, said);
  return (issue) => fits((field === 'created' ? issue.createdAt : issue.updatedAt) - at);
}

/**
 * Keys and ids. Greater and less are within the project of the issue named, by the number in its key, and there must be such an
 * issue: without it Data Center refuses, unless it is asked not to be strict, and Cloud finds nothing.
 */
export function keyMatcher({ operator, operands, field }: Term, site: FakeSite, strict: boolean): Matches {
  const named = operands.flatMap((operand) => {
    if (operand.kind !== 'value')
      throw new JqlError(`The operator '${operator}' is not supported by the '${field}' field.`);
    if (!/^(\d+|[a-z][a-z0-9_]*-\d+)$/i.test(operand.text))
      throw new JqlError(`The issue key '${operand.text}' for field '${field}' is invalid.`);
    const found = site.find(operand.text);
    if (found !== undefined) return [found];
    if (site.deployment === 'Cloud' || !strict) return [];
    throw new JqlError(`An issue with key '${operand.text}' does not exist for field '${field}'.`);
  });
  const ids = new Set(named.map(({ id }) => id));
  if (operator === '=' || operator === 'in') return ({ id }) => ids.has(id);
  if (operator === '!=' || operator === 'not in') return ({ id }) => !ids.has(id);
  const fits = comparison(operator, field);
  const [than] = named;
  if (than === undefined) return () => false;
  return (issue) => issue.projectId === than.projectId && fits(numberOf(issue.key) - numberOf(than.key));
}

function comparison(operator: Operator, field: string): (difference: number) => boolean {
  switch (operator) {
    case '<':
      return (difference) => difference < 0;
    case '<=':
      return (difference) => difference <= 0;
    case '>':
      return (difference) => difference > 0;
    case '>=':
      return (difference) => difference >= 0;
    case '=':
      return (difference) => difference === 0;
    case '!=':
      return (difference) => difference !== 0;
    default:
      throw new JqlError(`The operator '${operator}' is not supported by the '${field}' field.`);
  }
}
