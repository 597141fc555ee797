import type { AccountTeams } from '../../model/account-team.ts';
import type { Instant } from '../../model/instant.ts';
import type { Progress, ProjectStep, Reading, ReadingStep, WalkStep } from '../../model/rows.ts';
import type { StoredUsage } from '../../model/tool-usage.ts';
import { SourceError } from '../../net/source-error.ts';
import { type Demo, type DemoConfig, demoOf, described } from './config.ts';
import { cursorOf, finished, type StoredDemo, storedDemo } from './cursor.ts';
import { type Opening, openingsIn } from './opening.ts';
import { type Organisation, organise } from './organisation.ts';
import { teamIn } from './people.ts';
import { type DemoRepository, OWNER } from './repositories.ts';
import { ticketsOf } from './tickets.ts';
import { projectOf, vocabularyOf } from './tracker.ts';
import { usageOf } from './usage.ts';
import { walkDemo } from './walk.ts';

/**
 * An organisation that does not exist, handed over like one on a forge. `until` is where its data end when the configuration does
 * not say; a demo that is stored already then stays as it is, so that it does not become another one every week.
 *
 * Steps throw SourceError `another-demo` when the store holds one of another scenario, seed, size, end or program version.
 */
export function openDemo(
  config: DemoConfig,
  until: Instant,
  stored: StoredDemo & StoredUsage,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Reading {
  return {
    steps: steps(config, until, stored, progress, signal),
    usage: () => ({ requests: 0, points: null, waits: [] }),
  };
}

async function* steps(
  config: DemoConfig,
  until: Instant,
  stored: StoredDemo & StoredUsage,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): AsyncGenerator<ReadingStep, void> {
  const demo = carriedOn(config, demoOf(config, until), await storedDemo(stored));
  const cursor = cursorOf(demo);
  const done = await finished(stored, cursor);
  const organisation = organise(demo);
  yield { teams: teamsOfToday(organisation) };
  for await (const usage of usageOf(organisation, stored, cursor)) yield { usage };
  // First, for work that names an issue before its project is known is measured twice.
  yield* projectSteps(organisation, done, cursor, progress, signal);
  const { repositories } = organisation;
  let opened: Map<DemoRepository, Opening[]> = new Map();
  for (const [index, repository] of repositories.entries()) {
    signal.throwIfAborted();
    progress({ what: 'making the demo organisation', done: index, total: repositories.length });
    const { row } = repository;
    if (done.has(row.id)) {
      yield { walk: { repository: row, steps: ended(cursor, demo.until) } };
      continue;
    }
    // The work of one team at a time: its repositories follow one another.
    if (!opened.has(repository)) opened = openingsIn(organisation, repository.team);
    const openings = opened.get(repository) ?? [];
    yield { walk: { repository: row, steps: walkDemo(organisation, repository, openings, cursor, signal) } };
  }
}

async function* projectSteps(
  organisation: Organisation,
  done: ReadonlySet<string>,
  cursor: string,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): AsyncGenerator<ReadingStep, void> {
  const { teams, demo } = organisation;
  yield { vocabulary: vocabularyOf() };
  for (const [index, team] of teams.entries()) {
    signal.throwIfAborted();
    progress({ what: 'making the issues of the demo organisation', done: index, total: teams.length });
    const project = projectOf(team);
    const steps = done.has(project.id)
      ? endedProject(cursor, demo.until)
      : ticketsOf(organisation, index, cursor, signal);
    yield { project: { project, steps, workFollows: true } };
  }
}

async function* endedProject(cursor: string, until: Instant): AsyncGenerator<ProjectStep, void> {
  yield { end: { cursor, coveredUntil: until, limits: [], present: null } };
}

async function* ended(cursor: string, until: Instant): AsyncGenerator<WalkStep, void> {
  yield { end: { cursor, coveredUntil: until, limits: [], replaces: null, notes: null } };
}

/** @throws SourceError `another-demo` */
function carriedOn(config: DemoConfig, asked: Demo, before: Demo | 'unknown' | null): Demo {
  if (before === null) return asked;
  if (before !== 'unknown') {
    const same = config.until === undefined ? { ...asked, until: before.until } : asked;
    if (cursorOf(same) === cursorOf(before)) return same;
  }
  throw new SourceError(
    'another-demo',
    `The data folder holds another demo organisation than the one asked for (${described(asked)}). Name an empty folder, or remove this one.`,
  );
}

/** As a forge would tell it: who is in a team at the end, and nothing of before. */
function teamsOfToday({ teams, members, last, demo }: Organisation): AccountTeams {
  return {
    ownerId: OWNER,
    at: demo.until,
    teams: teams.map(({ index, slug, name }) => ({
      id: `${OWNER}/${slug}`,
      ownerId: OWNER,
      name,
      members: (members[index] ?? [])
        .filter((person) => teamIn(person, last) === index)
        .map(({ login }) => login)
        .sort(),
    })),
  };
}
