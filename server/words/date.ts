const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

type LocalTime = {
  year: number;
  month: string;
  day: number;
  weekday: string;
  hour: string;
  minute: string;
};

/** "Sat 21 Nov, 03:12" of an instant (ms) in a time zone; for what the reader knows to be of this year. */
export function dateAndTime(at: number, zone: string): string {
  const time = localTime(at, zone);
  return `${time.weekday} ${time.day} ${time.month}, ${time.hour}:${time.minute}`;
}

/** "Sat 21 Nov 2026, 03:12": where an old year would otherwise pass for this one. */
export function fullDateAndTime(at: number, zone: string): string {
  const time = localTime(at, zone);
  return `${time.weekday} ${time.day} ${time.month} ${time.year}, ${time.hour}:${time.minute}`;
}

/** "10 Aug 2026" of an instant (ms) in a time zone. */
export function date(at: number, zone: string): string {
  const time = localTime(at, zone);
  return `${time.day} ${time.month} ${time.year}`;
}

/** "10 Aug" of an instant (ms) in a time zone. */
export function dayAndMonth(at: number, zone: string): string {
  const time = localTime(at, zone);
  return `${time.day} ${time.month}`;
}

/** "10 Aug", or with its year where that is not the year of the instant it is read beside. */
export function dateBeside(at: number, beside: number, zone: string): string {
  const sameYear = localTime(at, zone).year === localTime(beside, zone).year;
  return sameYear ? dayAndMonth(at, zone) : date(at, zone);
}

/** "03:12" of an instant (ms) in a time zone. */
export function clockTime(at: number, zone: string): string {
  const { hour, minute } = localTime(at, zone);
  return `${hour}:${minute}`;
}

/** "2026-08-10": the calendar day of an instant (ms) in a time zone. */
export function localDay(at: number, zone: string): string {
  const { year, month, day } = localTime(at, zone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(MONTHS.indexOf(month) + 1)}-${two(day)}`;
}

/** "Sat 21 Nov" of a calendar day "2026-11-21". */
export function weekdayAndDate(day: string): string {
  const time = localTime(Date.parse(`${day}T00:00:00Z`), 'UTC');
  return `${time.weekday} ${time.day} ${time.month}`;
}

/** "10 Aug 2026" of a calendar day "2026-08-10", such as a week's Monday: no zone is asked, none applies. */
export function calendarDate(day: string): string {
  return date(Date.parse(`${day}T00:00:00Z`), 'UTC');
}

/** "10 Aug" of a calendar day "2026-08-10". */
export function calendarDayAndMonth(day: string): string {
  return dayAndMonth(Date.parse(`${day}T00:00:00Z`), 'UTC');
}

/** Month names are ours: Intl's en-GB writes "Sept" in some releases and "Sep" in others. */
function localTime(at: number, zone: string): LocalTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const year = Number(part('year'));
  const month = Number(part('month'));
  const day = Number(part('day'));
  return {
    year,
    month: MONTHS[month - 1] ?? '',
    day,
    weekday: WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '',
    hour: part('hour').padStart(2, '0'),
    minute: part('minute').padStart(2, '0'),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(zone, format);
  return format;
}
