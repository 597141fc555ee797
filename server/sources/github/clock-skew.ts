import { DAY, HOUR, MINUTE } from '../../model/instant.ts';

/** Our clock may differ from GitHub's by this much without a word. */
const SKEW = 5 * MINUTE;

/** What is to be said of a clock that is `ahead` milliseconds of GitHub's; null: it is right enough. */
export function clockSkew(ahead: number): string | null {
  const off = Math.abs(ahead);
  if (off <= SKEW) return null;
  const [unit, name] = off < 2 * HOUR ? [MINUTE, 'minutes'] : off < 2 * DAY ? [HOUR, 'hours'] : [DAY, 'days'];
  const side = ahead > 0 ? 'ahead of' : 'behind';
  return `This machine's clock is ${Math.round(off / unit)} ${name} ${side} GitHub's, whose times are used. Set it right, for example by NTP.`;
}
