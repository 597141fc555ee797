import { JqlError } from './jql-words.ts';
import { instantOf } from './local-time.ts';
import type { FakeSite } from './site.ts';

const MINUTE = 60_000;
const units = { m: MINUTE, h: 60 * MINUTE, d: 1440 * MINUTE, w: 7 * 1440 * MINUTE };

/** An instant as JQL writes it: absolute, by the clocks of the token's owner; relative to now; or milliseconds since 1970. */
export function dateIn(text: string, field: string, site: FakeSite): number {
  const absolute = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?$/.exec(text.trim());
  if (absolute !== null) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = [1, 3, 4, 5, 6].map((at) =>
      Number(absolute[at] ?? 0),
    );
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60)
      return instantOf(Date.UTC(year, month - 1, day, hour, minute), site.zone);
  }
  if (/^\d{6,}$/.test(text)) return Number(text);
  const relative = relativeIn(text.trim());
  if (relative !== null) return site.now() + relative;
  throw new JqlError(
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

/** True of a date that means another instant every time it is asked. */
export function isRelative(text: string): boolean {
  return relativeIn(text.trim()) !== null;
}

/** Milliseconds; null: it is no period. Without a unit it counts minutes. */
function relativeIn(text: string): number | null {
  if (!/^[-+]?\d{1,5}[mhdw]?(\s+\d+[mhdw])*$/.test(text)) return null;
  let sum = 0;
  for (const [, many = '0', unit = 'm'] of text.matchAll(/(\d+)([mhdw]?)/g)) {
    const known = unit === 'h' || unit === 'd' || unit === 'w' ? unit : 'm';
    sum += Number(many) * units[known];
  }
  return text.startsWith('-') ? -sum : sum;
}
