import type { ProjectReading } from '../../model/issue.ts';
import type { RepositoryReading } from '../../model/repository.ts';

/** How far one thing is read that work lies in: a repository, or a project of a tracker. */
export type Reading = RepositoryReading | ProjectReading;

export function isProject(reading: Reading): reading is ProjectReading {
  return 'trackerId' in reading;
}

/** What came from one place: repositories by their source, projects by their tracker. */
export function placeOf(reading: Reading): string {
  return isProject(reading) ? reading.trackerId : reading.source;
}

/** The source that reads it. */
export function sourceOf(reading: Reading): string {
  return isProject(reading) ? (reading.trackerId.split(':')[0] ?? '') : reading.source;
}

/** What its source calls it: a project by its key, which stands in every issue's. */
export function nameOf(reading: Reading): string {
  return isProject(reading) ? reading.key : reading.name;
}
