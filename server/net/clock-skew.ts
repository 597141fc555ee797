const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Our clock may differ from an outside system's by this much without a word. */
const SKEW = 5 * MINUTE;

/** What is to be said of a clock that is `ahead` milliseconds of `whose` ("GitHub's"); null: it is right enough. */
export function clockSkew(ahead: number, whose: string): string | null {
  const off = Math.abs(ahead);
  if (off <= SKEW) return null;
  const [unit, name] = off < 2 * HOUR ? [MINUTE, 'minutes'] : off < 2 * DAY ? [HOUR, 'hours'] : [DAY, 'days'];
  const side = ahead > 0 ? 'ahead of' : 'behind';
  return `This machine's clock is ${Math.round(off / unit)} ${name} ${side} ${whose}, whose times are used. Set it right, for example by NTP.`;
}
