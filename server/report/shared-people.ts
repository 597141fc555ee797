export type Team = { id: string; number: number; people: ReadonlySet<number> };

/** Teams, and who is in several of them. */
export type SharedPeople = {
  /** Those that are left, in their first order. */
  teams(): readonly Team[];
  /** People of a team who are in no other that is left. */
  own(team: Team): ReadonlySet<number>;
  /** What folding another team would give to one: its people, each divided by how many others have to be folded as well. */
  helpers(team: Team): ReadonlyMap<Team, number>;
  remove(team: Team): void;
};

/** What follows from the teams that are left is found again only for those that shared people with the one removed. */
export function sharedPeople(all: readonly Team[]): SharedPeople {
  const left = new Set(all);
  const teamsOf = new Map<number, Set<Team>>();
  for (const team of all) {
    for (const person of team.people) {
      const known = teamsOf.get(person);
      if (known === undefined) teamsOf.set(person, new Set([team]));
      else known.add(team);
    }
  }
  const sharing = (person: number) => teamsOf.get(person) ?? new Set<Team>();
  const owned = new Map<Team, ReadonlySet<number>>();
  const helping = new Map<Team, ReadonlyMap<Team, number>>();

  function helpersOf(team: Team): Map<Team, number> {
    const given = new Map<Team, number>();
    for (const person of team.people) {
      const others = sharing(person).size - 1;
      for (const other of sharing(person)) {
        if (other !== team) given.set(other, (given.get(other) ?? 0) + 1 / others);
      }
    }
    return given;
  }

  return {
    teams: () => [...left],
    own: (team) =>
      kept(owned, team, () => new Set([...team.people].filter((person) => sharing(person).size === 1))),
    helpers: (team) => kept(helping, team, () => helpersOf(team)),
    remove(team) {
      left.delete(team);
      for (const person of team.people) {
        for (const other of sharing(person)) {
          owned.delete(other);
          helping.delete(other);
        }
        sharing(person).delete(team);
      }
    },
  };
}

function kept<Key, Value>(values: Map<Key, Value>, key: Key, find: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const found = find();
  values.set(key, found);
  return found;
}
