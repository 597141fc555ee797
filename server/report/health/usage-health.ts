import type { UsageHealth } from '../../contract/health.ts';
import type { UsageReading } from '../../model/tool-usage.ts';
import { date } from '../../words/date.ts';
import { count, number } from '../../words/number.ts';
import { FEWEST } from '../too-close.ts';

/** What a vendor tells of the use of its tool, and how much of that is matched to people. */
export function usageHealth({ id, name, limits, ...reading }: UsageReading): UsageHealth {
  return { id, name, sentence: sentence(reading), matched: matched(reading), limits: [...limits] };
}

type Told = Omit<UsageReading, 'id' | 'name' | 'limits'>;

function sentence({ coveredUntil, users, keys, seats }: Told): string {
  if (coveredUntil === null) return 'Not read to its end yet.';
  const seated = seats < FEWEST ? [] : [`${count(seats, 'seat')}.`];
  const used =
    users === 0
      ? 'Nobody used it'
      : `${users < FEWEST ? 'Fewer than five people' : count(users, 'person', 'people')} used it`;
  const programs = keys === 0 ? '' : `, and programs with ${count(keys, 'key')} of their own`;
  // Vendors count days of UTC; the last of them ends where the next begins.
  const until = date(coveredUntil - 1, 'UTC');
  return [...seated, `${used}${programs} in the last four weeks, data to ${until}.`].join(' ');
}

/** Empty where there is nothing to match, or where it would tell of a few people. */
function matched({ users, unmatched }: Told): string {
  if (users < FEWEST) return '';
  if (unmatched.length === 0) return 'All of them are known from work or a roster.';
  const known = `${number(users - unmatched.length)} of them are known from work or a roster`;
  const others = count(unmatched.length, 'account');
  return `${known}; the use of the other ${others} counts in no team. An admin finds them in the list of unmatched accounts and says whose they are.`;
}
