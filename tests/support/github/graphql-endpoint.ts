import { GraphQLError, Kind } from 'graphql';
import { type Answer, json } from './answer.ts';
import type { AskedField } from './asked-field.ts';
import { type GraphqlResult, type Prepared, prepare, run } from './execution.ts';
import { limitAnswer, spoiled } from './fault-answer.ts';
import type { Fault } from './faults.ts';
import type { Forge } from './forge.ts';
import { type Price, priceOf, type Variables } from './price.ts';
import { queryRoot } from './query-root.ts';
import type { RateLimit } from './rate-limit.ts';
import { errorEntry, refusal } from './refusal.ts';

/** A request's body, understood as far as it goes. */
export type Question = {
  operation: string;
  variables: Variables;
  prepared: Prepared | null;
  price: Price | null;
  /** Why it will not be executed. */
  errors: GraphqlResult['errors'];
};

export function questionIn(body: string): Question {
  const none = { operation: '', variables: {}, prepared: null, price: null };
  const { query, variables } = parsed(body);
  if (typeof query !== 'string')
    return { ...none, errors: [{ message: 'A query attribute must be specified' }] };
  const prepared = prepare(query);
  if ('errors' in prepared) return { ...none, variables, errors: prepared.errors };
  const all = { ...prepared.defaults, ...variables };
  const known = { operation: prepared.operation, variables: all, prepared };
  try {
    return { ...known, price: priceOf(prepared.fields, all), errors: undefined };
  } catch (error) {
    if (error instanceof GraphQLError) return { ...known, price: null, errors: [errorEntry(error)] };
    throw error;
  }
}

function parsed(body: string): { query: unknown; variables: Variables } {
  const value = jsonIn(body);
  if (typeof value !== 'object' || value === null) return { query: undefined, variables: {} };
  const given: unknown = Reflect.get(value, 'variables') ?? {};
  const variables =
    typeof given === 'object' && given !== null ? Object.fromEntries(Object.entries(given)) : {};
  return { query: Reflect.get(value, 'query'), variables };
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

export type Asked = {
  question: Question;
  forge: Forge;
  viewer: string;
  limit: RateLimit;
  fault: Fault | null;
  /** Told what was spent. */
  spent(points: number): void;
};

export function answerQuestion({ question, forge, viewer, limit, fault, spent }: Asked): Answer {
  const { prepared, price, variables, errors } = question;
  if (prepared === null || price === null || errors !== undefined) return json(200, { errors });
  const missing = missingScope(prepared.fields, forge.access.scopes);
  if (missing !== null) return json(200, { errors: [errorEntry(missing)] });
  const dry = prepared.fields.some(
    (field) => field.name === 'rateLimit' && field.argument('dryRun', variables) === true,
  );
  if (!dry && !limit.spend(price.points)) return limitAnswer('graphql');
  if (!dry) spent(price.points);
  const rateLimit = {
    cost: price.points,
    nodeCount: price.nodes,
    limit: limit.limit,
    remaining: limit.remaining,
    used: limit.used,
    resetAt: new Date(limit.reset * 1000).toISOString().replace('.000Z', 'Z'),
  };
  const root = queryRoot(forge, viewer, rateLimit);
  // GitHub leaves the rest of a dry run unanswered; its published schema does not say whether as null or not at all.
  if (dry) return json(200, { data: run(onlyRateLimit(prepared), root, variables, []).data });
  const result = spoiled(run(prepared, root, variables, forge.access.refusedFields), fault);
  const saml = result.errors?.some(({ extensions }) => extensions?.saml_failure === true);
  return json(200, result, saml ? { 'x-github-sso': `required; url=${ssoAddress(forge)}` } : {});
}

export function ssoAddress(forge: Forge): string {
  return `https://github.com/orgs/${forge.access.sso[0]}/sso?authorization_request=ABC`;
}

const orgFields = ['Organization.teams', 'Organization.team', 'Team.members'];

function missingScope(fields: readonly AskedField[], scopes: readonly string[]): GraphQLError | null {
  if (scopes.includes('read:org')) return null;
  for (const field of fields) {
    if (orgFields.includes(`${field.parent}.${field.name}`))
      return refusal(
        'INSUFFICIENT_SCOPES',
        `Your token has not been granted the required scopes to execute this query. The '${field.name}' field requires one of the following scopes: ['read:org'], but your token has only been granted the: ['${scopes.join("', '")}'] scopes. Please modify your token's scopes at: https://github.com/settings/tokens.`,
      );
    const below = missingScope(field.fields, scopes);
    if (below !== null) return below;
  }
  return null;
}

function onlyRateLimit(prepared: Prepared): Prepared {
  const definitions = prepared.document.definitions.map((part) =>
    part.kind === Kind.OPERATION_DEFINITION
      ? {
          ...part,
          selectionSet: {
            ...part.selectionSet,
            selections: part.selectionSet.selections.filter(
              (one) => one.kind === Kind.FIELD && one.name.value === 'rateLimit',
            ),
          },
        }
      : part,
  );
  return { ...prepared, document: { ...prepared.document, definitions } };
}
