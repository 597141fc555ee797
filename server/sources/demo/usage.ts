import { DAY, type Instant } from '../../model/instant.ts';
import type { StoredUsage, ToolDay, UsageAccount, UsageStep, UsageWalk } from '../../model/tool-usage.ts';
import { chance, purpose, unitOf } from './chance.ts';
import { isAway } from './effect.ts';
import { TOOLS, type Tool, toolOf, usesTool } from './marks.ts';
import type { Organisation } from './organisation.ts';
import { mondayOf, type Person, teamIn } from './people.ts';
import { workdays } from './working-hours.ts';

const HOST = 'example.com';
/** Of the working days of a week in which somebody uses a tool. */
const ACTIVE = 0.75;
const BATCH = 5000;
/** From one look at the seats to the next. */
const WEEKS_OF_SEATS = 4;

type Vendor = { tool: Tool; account: UsageAccount };

const VENDORS: readonly Vendor[] = TOOLS.map(({ tool, name }) => ({
  tool,
  account: { id: `demo:${HOST}/northwind/${tool}`, name },
}));

/** What the vendors of the tools would tell: seats from a team's start on, and who used which tool on which day. */
export async function* usageOf(
  organisation: Organisation,
  stored: StoredUsage,
  cursor: string,
): AsyncGenerator<UsageWalk, void> {
  for (const { tool, account } of VENDORS) {
    if ((await stored.usageCursor(account.id)) === cursor) continue;
    yield { account, steps: steps(organisation, tool, cursor) };
  }
}

async function* steps(
  organisation: Organisation,
  tool: Tool,
  cursor: string,
): AsyncGenerator<UsageStep, void> {
  const { first, last, people, demo } = organisation;
  const users = people.filter((person) => toolOf(person) === tool);
  for (let week = first; week <= last; week += WEEKS_OF_SEATS) {
    const at = mondayOf(week);
    yield { seats: users.flatMap((person) => seatOf(organisation, person, tool, at)), at };
  }
  const days = users.flatMap((person) => daysOf(organisation, person, tool));
  for (let from = 0; from < days.length; from += BATCH) {
    const isLast = from + BATCH >= days.length;
    yield { days: days.slice(from, from + BATCH), replaces: null, cursor: isLast ? cursor : '' };
  }
  yield { end: { coveredUntil: Math.floor(demo.until / DAY) * DAY, limits: [] } };
}

function seatOf(organisation: Organisation, person: Person, tool: Tool, at: Instant) {
  const week = organisation.first + Math.round((at - mondayOf(organisation.first)) / (7 * DAY));
  const team = teamIn(person, week);
  const start = team === null ? null : (organisation.teams[team]?.rollout.start ?? null);
  if (start === null || start > week) return [];
  return [{ tool, user: userOf(person, tool), since: mondayOf(start), lastActiveAt: null }];
}

function daysOf({ first, last, teams, demo }: Organisation, person: Person, tool: Tool): ToolDay[] {
  const draws = chance(person.seed, purpose.usage);
  const found: ToolDay[] = [];
  for (let week = first; week <= last; week += 1) {
    const team = teamIn(person, week);
    const planted = team === null ? undefined : teams[team]?.weeks[week - first];
    if (planted === undefined || isAway(person.seed, first, week)) continue;
    if (!usesTool(person, planted.use, week - first)) continue;
    for (const at of workdays(person.hours, mondayOf(week))) {
      const [active, much] = [draws.yes(ACTIVE), draws.unit()];
      if (!active || at >= demo.until) continue;
      const lines = 20 + Math.round(180 * much * much);
      found.push({
        ...{ tool, day: new Date(at).toISOString().slice(0, 10), user: userOf(person, tool), active: true },
        ...{
          sessions: null,
          requests: 4 + Math.round(40 * much),
          suggestedLines: 2 * lines,
          acceptedLines: lines,
        },
      });
    }
  }
  return found;
}

/** Copilot knows logins, the others mailboxes; some mailboxes are none that anybody commits with. */
function userOf({ seed, login, email }: Person, tool: Tool): ToolDay['user'] {
  if (tool === 'copilot') return { login, host: HOST };
  return { email: unitOf(seed, purpose.usage, 1) < 0.03 ? `${login}@northwind.example.com` : email };
}
