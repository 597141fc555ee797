import { hostOf } from '../../model/identity.ts';
import type { Instant } from '../../model/instant.ts';
import { weekLabel } from '../../model/week.ts';
import { unitOf } from './chance.ts';
import { type DemoConfig, demoOf } from './config.ts';
import { organise } from './organisation.ts';
import { daysOf } from './people.ts';
import { OWNER } from './repositories.ts';

/**
 * Who was in which team and when: `team,login_or_email,from,to`, both days included, `to` empty for those who are still there.
 * Most people stand with their login, some with their address. The login names its forge: the roster is read before anything else,
 * when nothing tells yet which forge there is.
 */
export function rosterCsv(config: DemoConfig, until: Instant): string {
  const { teams, people } = organise(demoOf(config, until));
  const lines = people.flatMap(({ seed, login, email, spells }) =>
    spells.map((spell) => {
      const { from, to } = daysOf(spell);
      return [
        teams[spell.team]?.name,
        unitOf(seed) < 0.2 ? email : `${hostOf(OWNER)}/${login}`,
        from,
        to ?? '',
      ].join(',');
    }),
  );
  return ['team,login_or_email,from,to', ...lines, ''].join('\n');
}

/** When each team starts; null: it has no date. */
export function rolloutStarts(config: DemoConfig, until: Instant): { team: string; day: string | null }[] {
  const { teams } = organise(demoOf(config, until));
  return teams.map(({ name, rollout: { start } }) => ({
    team: name,
    day: start === null ? null : weekLabel(start),
  }));
}
