import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { checkArguments } from './served-arguments.ts';

type Values = Readonly<Record<string, unknown>>;

/** A field that a query asks for, fragments resolved, as far as price and rights depend on it. */
export type AskedField = {
  name: string;
  /** The type that it was asked of. */
  parent: string;
  list: 'connection' | 'ids' | null;
  /** Of a connection: nodes or edges, not only its count. */
  wantsItems: boolean;
  fields: AskedField[];
  argument(name: string, variables: Values): unknown;
  included(variables: Values): boolean;
};

/** The fields at the top of a document's only operation, each with those below it. */
export function askedFields(document: DocumentNode, schema: GraphQLSchema): AskedField[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const part of document.definitions)
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part);
  const operation = document.definitions.find((part) => part.kind === Kind.OPERATION_DEFINITION);
  const query = schema.getQueryType();
  if (operation === undefined || !query) return [];

  const collect = (set: SelectionSetNode, type: GraphQLNamedType, into: Map<string, Found>): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const found = into.get(key) ?? { type, nodes: [] };
        found.nodes.push(selection);
        into.set(key, found);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment === undefined) continue;
      const named = fragment.typeCondition?.name.value;
      const narrowed = named === undefined ? type : schema.getType(named);
      if (isCompositeType(narrowed)) collect(fragment.selectionSet, narrowed, into);
    }
  };
  const fieldsOf = (sets: readonly SelectionSetNode[], type: GraphQLNamedType): AskedField[] => {
    const found = new Map<string, Found>();
    for (const set of sets) collect(set, type, found);
    return [...found.values()].flatMap((one) => asked(one) ?? []);
  };
  const asked = ({ type, nodes }: Found): AskedField | null => {
    const [node] = nodes;
    const definition =
      node && (isObjectType(type) || isInterfaceType(type)) ? type.getFields()[node.name.value] : undefined;
    if (node === undefined || definition === undefined) return null;
    checkArguments(type.name, node);
    const result = getNamedType(definition.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const below = fieldsOf(sets, result);
    const connection = result.name.endsWith('Connection');
    return {
      name: node.name.value,
      parent: type.name,
      list: connection ? 'connection' : type === query && node.name.value === 'nodes' ? 'ids' : null,
      wantsItems: below.some(({ name }) => name === 'nodes' || name === 'edges'),
      fields: below,
      argument: (name, variables) => argumentOf(node, name, variables),
      included: (variables) => nodes.some((one) => isIncluded(one, variables)),
    };
  };
  return fieldsOf([operation.selectionSet], query);
}

type Found = { type: GraphQLNamedType; nodes: FieldNode[] };

function argumentOf(node: FieldNode, name: string, variables: Values): unknown {
  const value = node.arguments?.find((one) => one.name.value === name)?.value;
  return value === undefined ? undefined : valueFromASTUntyped(value, variables);
}

function isIncluded(node: FieldNode, variables: Values): boolean {
  return (node.directives ?? []).every((directive) => {
    const condition = directive.arguments?.find((one) => one.name.value === 'if')?.value;
    const holds = condition !== undefined && valueFromASTUntyped(condition, variables) === true;
    return directive.name.value === 'include' ? holds : directive.name.value !== 'skip' || !holds;
  });
}
