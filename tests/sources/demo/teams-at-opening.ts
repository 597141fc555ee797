import { DAY, type Instant } from '../../../server/model/instant.ts';
import type { PullRequest } from '../../../server/model/pull-request.ts';
import type { DemoConfig } from '../../../server/sources/demo/config.ts';
import { rosterCsv } from '../../../server/sources/demo/roster.ts';
import { UNTIL } from './generated.ts';

export type Membership = { team: string; login: string; from: Instant; to: Instant };

/** The roster as a reader of the CSV understands it: both days are included. */
export function membershipsOf(config: DemoConfig): Membership[] {
  const [, ...lines] = rosterCsv(config, UNTIL).trimEnd().split('\n');
  return lines.map((line) => {
    const [team = '', who = '', from = '', to = ''] = line.split(',');
    const end = to === '' ? Number.POSITIVE_INFINITY : Date.parse(to) + DAY;
    return {
      team,
      login: who.replace(/@example\.com$|^example\.com\//, ''),
      from: Date.parse(from),
      to: end,
    };
  });
}

/** The team of whoever wrote a pull request, or asked an agent for it, on the day of its opening; null: automation. */
export function teamsAtOpening(config: DemoConfig): (pullRequest: PullRequest) => string | null {
  const byLogin = Map.groupBy(membershipsOf(config), ({ login }) => login);
  return (pullRequest) => {
    const at = pullRequest.openedAt ?? 0;
    const spells = byLogin.get(personOf(pullRequest) ?? '') ?? [];
    return spells.find(({ from, to }) => from <= at && at < to)?.team ?? null;
  };
}

function personOf({ forge, body }: PullRequest): string | undefined {
  if (forge?.account?.kind === 'user') return forge.account.login;
  return forge?.assignees[0] ?? /^Requested by: @([\w-]+)$/m.exec(body)?.[1];
}
