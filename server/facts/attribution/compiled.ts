import type {
  BranchRule,
  IdentityRule,
  LineRule,
  ReviewerRule,
  Rule,
  TextRule,
  TitleRule,
  TrailerRule,
} from './rule.ts';
import { RULES, RULES_VERSION } from './rules.ts';
import { type AttributionSettings, NO_SETTINGS } from './settings.ts';
import { organisationRules } from './settings-rules.ts';

/** Rules in the form in which they are asked. */
export type CompiledRules = {
  /** Of the rules and of what the organisation adds. */
  version: string;
  all: ReadonlyMap<string, Rule>;
  byMailbox: ReadonlyMap<string, readonly IdentityRule[]>;
  byApp: ReadonlyMap<string, readonly IdentityRule[]>;
  byLogin: ReadonlyMap<string, readonly IdentityRule[]>;
  byName: readonly IdentityRule[];
  withoutAddress: readonly IdentityRule[];
  lines: readonly LineRule[];
  texts: readonly TextRule[];
  trailers: ReadonlyMap<string, readonly TrailerRule[]>;
  titles: readonly TitleRule[];
  branches: readonly BranchRule[];
  reviewers: ReadonlyMap<string, readonly ReviewerRule[]>;
  /** By label in lower case. */
  labels: ReadonlyMap<string, readonly Rule[]>;
  /** What a text has to hold for any rule to find a mark in it; in lower case. */
  hints: RegExp;
  excludedPeople: ReadonlySet<string>;
  excludedRepositories: readonly RegExp[];
};

/** "Co-authored-by", "Signed-off-by" and all others that end so, and phrases such as "generated with"; of lower-case text. */
const NAMED = /(?:ed|en|de|lt|ff)[- ](?:by|with|using)/;

/** Once for all pull requests: `settings` are the organisation's. */
export function compiledRules(
  settings: AttributionSettings = NO_SETTINGS,
  rules: readonly Rule[] = RULES,
  version: string = RULES_VERSION,
): CompiledRules {
  const added = organisationRules(settings);
  const all = [...rules.map((rule) => (settings.countProse ? counted(rule) : rule)), ...added];
  const identities = all.filter((rule) => rule.at === 'identity');
  const lines = all.filter((rule) => rule.at === 'line');
  const texts = all.filter((rule) => rule.at === 'text');
  const unaddressed = identities.filter(({ mailboxes, apps, logins }) => !(mailboxes || apps || logins));
  return {
    version: isEmpty(settings) ? version : `${version}+${digest(JSON.stringify(settings))}`,
    all: new Map(all.map((rule) => [rule.signal, rule])),
    byMailbox: grouped(identities, ({ mailboxes }) => mailboxes),
    byApp: grouped(identities, ({ apps }) => apps),
    byLogin: grouped(identities, ({ logins }) => logins),
    byName: unaddressed.filter(({ withoutAddress }) => withoutAddress !== true),
    withoutAddress: unaddressed.filter(({ withoutAddress }) => withoutAddress === true),
    lines,
    texts,
    trailers: grouped(
      all.filter((rule) => rule.at === 'trailer'),
      ({ keys }) => keys,
    ),
    titles: all.filter((rule) => rule.at === 'title'),
    branches: all.filter((rule) => rule.at === 'branch'),
    reviewers: grouped(
      all.filter((rule) => rule.at === 'reviewer'),
      ({ logins }) => logins,
    ),
    labels: grouped(
      all.filter((rule) => rule.at === 'label'),
      ({ labels }) => labels,
    ),
    hints: hintsOf(all),
    excludedPeople: new Set(settings.excludedPeople.map((person) => person.toLowerCase())),
    excludedRepositories: settings.excludedRepositories.map(
      (pattern) => new RegExp(`^${escaped(pattern).replaceAll('\\*', '[^/]{0,200}')}$`, 'i'),
    ),
  };
}

/** Whether any rule may find a mark in a text, given in lower case: cheap, for most texts hold none. */
export function mayHoldMark(lower: string, { hints }: CompiledRules): boolean {
  return NAMED.test(lower) || hints.test(lower);
}

function hintsOf(rules: readonly Rule[]): RegExp {
  const all = rules.flatMap((rule) => {
    if (rule.at === 'line' || rule.at === 'text') return [rule.hint];
    if (rule.at !== 'trailer') return [];
    const keys = rule.keys.filter((key) => !key.startsWith('phrase:'));
    return [...keys, ...keys.map((key) => key.replaceAll('-', ' '))];
  });
  const own = ['co-author', 'coauthor', ...new Set(all)].filter((hint) => !NAMED.test(hint));
  const shortest = own.filter((hint) => !own.some((other) => other !== hint && hint.includes(other)));
  return new RegExp(shortest.map(escaped).join('|'));
}

function grouped<R>(
  rules: readonly R[],
  keysOf: (rule: R) => readonly string[] | undefined,
): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const rule of rules) {
    for (const key of keysOf(rule) ?? []) groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return groups;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function isEmpty(settings: AttributionSettings): boolean {
  return JSON.stringify(settings) === JSON.stringify(NO_SETTINGS);
}

function counted(rule: Rule): Rule {
  return rule.at === 'text' && rule.prose === true ? { ...rule, strength: 'strong' } : rule;
}

/** FNV-1a, 32 bits: the same settings have the same version wherever they are compiled. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
