import type { Repository } from '../../model/repository.ts';
import { chance, cycled, purpose, seedOf } from './chance.ts';
import type { Team } from './teams.ts';

export const OWNER = 'demo:example.com/northwind';

export type DemoRepository = {
  index: number;
  seed: number;
  row: Repository;
  /** The owning team. */
  team: number;
  /** Share of the team's work. */
  weight: number;
  /** Working days from one release to the next; null: a sandbox, which is never released. */
  releasedEvery: number | null;
  /** The branch on which an old release is kept alive; null: none. */
  maintained: string | null;
  squashes: boolean;
  /** Reviews by itself every pull request that is ready; null: none. */
  reviewBot: string | null;
  ending: string;
  /** The number of the last issue or pull request before the data begin. */
  numberedFrom: number;
};

/** A team's repositories by name, with their share of its work and the language they are written in. */
const KINDS: readonly (readonly [name: string, weight: number, ending: string])[] = [
  ['api', 0.5, 'go'],
  ['web', 0.3, 'ts'],
  ['jobs', 0.2, 'py'],
];
const SANDBOX = ['lab', 0.1, 'ts'] as const;
const REVIEW_BOTS = ['copilot-pull-request-reviewer', 'coderabbitai', null, null];

/** Of each team those of `KINDS`, fewer where the teams are small, and a sandbox for every third team: 40 in all. */
export function repositoriesOf(teams: readonly Team[], size: number): DemoRepository[] {
  const kinds = KINDS.slice(0, Math.max(1, Math.round(KINDS.length * Math.min(1, size))));
  const named = teams.flatMap((team) => [
    ...kinds.map((kind) => ({ team, kind, sandbox: false })),
    ...(team.index % 3 === 0 ? [{ team, kind: SANDBOX, sandbox: true }] : []),
  ]);
  return named.map(({ team, kind: [suffix, weight, ending], sandbox }, index): DemoRepository => {
    const name = `${team.slug}-${suffix}`;
    const seed = seedOf(team.seed, purpose.repository, suffix.length, ending.length, suffix.charCodeAt(0));
    const draws = chance(seed);
    return {
      index,
      seed,
      row: {
        id: `${OWNER}/${name}`,
        name: `northwind/${name}`,
        source: 'demo',
        defaultBranch: 'main',
        externalId: null,
        deployedBy: 'releases',
        codeOwners: null,
      },
      team: team.index,
      weight,
      releasedEvery: sandbox ? null : cycled([1, 2, 3, 5, 5, 10], draws.below(6)),
      maintained: !sandbox && draws.yes(0.2) ? 'release/2.x' : null,
      squashes: draws.yes(0.75),
      reviewBot: cycled(REVIEW_BOTS, draws.below(4)),
      ending,
      numberedFrom: 50 + draws.below(900),
    };
  });
}
