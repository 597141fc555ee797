const HOUR = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Milliseconds that clocks in the zone are ahead of UTC. */
export function offsetIn(zone: string, at: number): number {
  // Zones change their clocks on quarters of an hour at the earliest.
  const quarter = Math.floor((at / HOUR) * 4);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const begin = (quarter * HOUR) / 4;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatIn(zone).formatToParts(begin)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - begin;
  offsets.set(key, offset);
  return offset;
}

/** `2026-03-03T09:00:00.000+0100`, as Jira writes it. */
export function written(at: number, zone: string): string {
  const offset = offsetIn(zone, at);
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  const local = new Date(at + offset).toISOString().slice(0, 23);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

/** The instant that clocks in the zone show as `local`, a reading of them as if it were UTC. */
export function instantOf(local: number, zone: string): number {
  const first = local - offsetIn(zone, local);
  return local - offsetIn(zone, first);
}

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const two = '2-digit';
  const time = { hour: two, minute: two, second: two, hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    ...{ month: two, day: two },
    ...time,
  });
  formats.set(zone, format);
  return format;
}
