import type { Instant } from './model/instant.ts';
import { organisationOf } from './organisation/desk.ts';
import { teamIds } from './people/team-id.ts';
import type { DemoConfig } from './sources/demo/config.ts';
import { rolloutStarts, rosterCsv } from './sources/demo/roster.ts';
import type { Store } from './store/open.ts';

/** What people would have stated of a demo organisation: who was in which team, and when each team was given the AI assistants. */
export async function stateDemo(
  store: Store,
  world: { now: () => Instant; zone: string },
  config: DemoConfig,
  until: Instant,
): Promise<void> {
  const desk = organisationOf(store, world);
  await desk.importRoster(rosterCsv(config, until));
  const idOf = teamIds((await store.organisation()).teams);
  const starts = rolloutStarts(config, until).map(({ team, day }) => ({ teamId: idOf(team), day }));
  await desk.stateRollout(null, { name: 'AI assistants', tool: null, kind: 'assistant', starts });
}
