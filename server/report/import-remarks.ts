import type { ImportStatus } from '../contract/status.ts';
import { clockTime } from '../words/date.ts';
import { duration } from '../words/duration.ts';
import { count } from '../words/number.ts';

/** What is to be said of a running import beside how far it is, as parts of a sentence. */
export function importRemarks(
  { rows, secondsLeft, waitsUntil, elsewhere }: ImportStatus,
  zone: string,
): string[] {
  return [
    ...(elsewhere === true ? ['in another process, which alone knows how far it is'] : []),
    ...(waitsUntil === undefined
      ? []
      : [`waiting, as asked, until ${clockTime(Date.parse(waitsUntil), zone)}`]),
    ...(secondsLeft === undefined ? [] : [`${leftInWords(secondsLeft)} left for this step`]),
    ...(rows === undefined || rows === 0 ? [] : [`${count(rows, 'row')} so far`]),
  ];
}

function leftInWords(seconds: number): string {
  return seconds < 60 ? 'under a minute' : `about ${duration(Math.round(seconds / 60) / 60)}`;
}
