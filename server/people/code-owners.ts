/** One line of a CODEOWNERS file: logins, e-mail addresses and teams (`@org/team`) as they are written. */
export type CodeOwnersRule = { pattern: string; owners: readonly string[] };

/** The rules in their order, of which the last that fits a path counts; a rule without owners takes ownership away. */
export function codeOwnersRules(text: string): CodeOwnersRule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const words = line
      .replace(/(?<!\\)#.*$/, '')
      .trim()
      .split(/(?<!\\)\s+/);
    const [pattern = '', ...owners] = words.map((word) => word.replaceAll(/\\([\s#])/g, '$1'));
    // A heading in brackets is another forge's, and no rule.
    return pattern === '' || /^\^?\[/.test(pattern) ? [] : [{ pattern, owners }];
  });
}

/** Patterns that every path fits; `/*` is the files of the top folder alone. */
const EVERYTHING = new Set(['*', '**', '/**', '**/*', '/**/*']);

/**
 * The teams that own a repository as a whole: those of its last rule for everything; where it has none, the one team that owns
 * every path that is owned at all. Written `org/team`, in lower case. People who own code are no team.
 */
export function owningTeams(text: string): string[] {
  const rules = codeOwnersRules(text);
  const everything = rules.findLast(({ pattern }) => EVERYTHING.has(pattern));
  if (everything !== undefined) return teamsIn(everything);
  const owned = rules.filter(({ owners }) => owners.length > 0).map(teamsIn);
  const [first] = owned;
  const all = new Set(owned.map((teams) => teams.join(' ')));
  return first !== undefined && all.size === 1 ? first : [];
}

function teamsIn({ owners }: CodeOwnersRule): string[] {
  const teams = owners.flatMap((owner) => /^@([\w.-]+\/[\w.-]+)$/.exec(owner)?.[1]?.toLowerCase() ?? []);
  return [...new Set(teams)].sort();
}
