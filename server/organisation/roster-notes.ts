import type { Identity } from '../model/identity.ts';
import type { Team } from '../model/organisation.ts';
import { plainName, teamIds } from '../people/team-id.ts';
import type { RosterLine } from './roster-lines.ts';

const NAMED = 5;

/** Lines that say what another has said. */
export function duplicates(lines: readonly RosterLine[], idOf: (name: string) => string): string[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, team, identity, from, to }) => {
    const key = [idOf(team), identity, from, to].join('\n');
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    return before === undefined ? [] : [`Line ${line} says the same as line ${before} and is counted once.`];
  });
}

/** Two memberships of one person in one team that have days in common: they are one. In two teams at a time is no fault. */
export function overlaps(
  lines: readonly RosterLine[],
  idOf: (name: string) => string,
  personOf: (identity: Identity) => string,
): string[] {
  const groups = Map.groupBy(lines, ({ team, identity }) => `${idOf(team)}\n${personOf(identity)}`);
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1));
    return sorted.flatMap((one, index) => {
      const before = sorted.slice(0, index).find((other) => (other.to ?? '~') >= (one.from ?? ''));
      const same = before?.identity === one.identity && before.from === one.from && before.to === one.to;
      if (before === undefined || same) return [];
      const [low, high] = [before.line, one.line].sort((a, b) => a - b);
      return [`Lines ${low} and ${high} overlap: one person in one team; the days of both count once.`];
    });
  });
}

/** Names that a team had before it was renamed. */
export function renamed(lines: readonly RosterLine[], teams: readonly Team[]): string[] {
  const idOf = teamIds(teams);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const written = new Map(lines.map(({ team }) => [plainName(team), team]));
  return [...written].flatMap(([plain, team]) => {
    const known = names.get(idOf(team));
    if (known === undefined || plainName(known) === plain) return [];
    return [`"${team}" is called "${known}" by now and stays so.`];
  });
}

/** Accounts that no work and no team of a forge has shown yet. */
export function unseen(lines: readonly RosterLine[], seen: (identity: Identity) => boolean): string[] {
  const written = new Map(lines.map((line) => [line.identity, line.written]));
  const missing = [...written].filter(([identity]) => !seen(identity)).map(([, text]) => text);
  if (missing.length === 0) return [];
  const some = missing.toSorted().slice(0, NAMED).join(', ');
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
  const one = missing.length === 1;
  return [
    `${missing.length} ${one ? 'account has' : 'accounts have'} not been seen in any work yet: ${some}${more}. ${one ? 'It counts' : 'They count'} as soon as ${one ? 'it is' : 'they are'}.`,
  ];
}
