import type { Commit, GitIdentity } from '../../model/commit.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../model/instant.ts';
import { type Chance, chance, cycled, purpose, seedOf, unitOf } from './chance.ts';
import { accountNumber, type Mark } from './marks.ts';
import type { Opening } from './opening.ts';
import type { Person } from './people.ts';
import { wholeSecond } from './second.ts';
import { atWork } from './working-hours.ts';

/** One author date and, where the work was rebased, a later committer date. */
type Step = { at: Instant; committedAt: Instant; message: string };

const MEDIAN_CODING = 7 * HOUR;
const CODING_SPREAD = 1.2;
const LONGEST_CODING = 60 * DAY;
const REBASED = 0.12;
const FROM_BASE = 0.07;
const CHERRY_PICKED = 0.003;
/** Of the commits of work in which a tool was used, those that carry its mark. */
const MARKED = 0.8;
const LATER = [
  'Add tests',
  'Tidy up',
  'Fix lint',
  'Handle the empty case',
  'Rename for clarity',
  'Update snapshot',
];

/** When the work began, and whether its commits were rewritten after the opening. */
export type History = { commits: Commit[]; forcePushedAt: Instant | null };

/** Its own commits in order, the last of which mend what reviewers sent back. */
export function historyOf(
  opening: Opening,
  { title, mark, logCoding, notBefore, sentBackAt, until, shaOf }: Work,
): History {
  const { at, person, repository, seed } = opening;
  const draws = chance(seed, purpose.commits);
  const steps = codingSteps(draws, opening, {
    title,
    logCoding,
    notBefore,
    agent: mark !== null && mark.agent !== null,
  });
  if (draws.yes(CHERRY_PICKED) && notBefore === null)
    steps.unshift(step(at - 200 * DAY, 'Take over the earlier draft', at - HOUR));
  if (draws.yes(FROM_BASE)) steps.push(step(at - MINUTE, "Merge branch 'main' into a branch of this work"));
  const rebasedAt = (sentBackAt[0] ?? Number.POSITIVE_INFINITY) + 20 * MINUTE;
  const forcePushedAt = draws.yes(REBASED) && rebasedAt < until ? rebasedAt : null;
  for (const back of sentBackAt) {
    const mended = atWork(
      person.hours,
      back + draws.between(0.3, 4) * HOUR,
      back,
      until - MINUTE,
      draws.unit(),
    );
    if (mended < until) steps.push(step(mended, 'Address review'));
  }
  const commits = steps.map((one, index): Commit => {
    const author = mark?.agent?.identity ?? identityOf(person, unitOf(seed, purpose.commits, index));
    const marked = mark !== null && (index === 0 || draws.yes(MARKED)) && !one.message.startsWith('Merge ');
    return {
      repositoryId: repository.row.id,
      sha: shaOf(index),
      parents: null,
      author,
      authorLogin: author.email.endsWith('@laptop.example.com') || mark?.agent ? null : person.login,
      authoredAt: wholeSecond(one.at),
      committer: author,
      committedAt: wholeSecond(Math.max(one.committedAt, forcePushedAt ?? 0)),
      message: withTrailers(one.message, marked ? mark.trailers : []),
      reverts: [],
    };
  });
  return { commits, forcePushedAt };
}

export type Work = {
  title: string;
  mark: Mark | null;
  /** What has been planted in the time from the first commit to the opening. */
  logCoding: number;
  /** What it answers had landed then; null: it answers nothing. */
  notBefore: Instant | null;
  sentBackAt: readonly Instant[];
  /** Its end, or that of the data where it comes first: what is done later is not seen. */
  until: Instant;
  shaOf: (index: number) => string;
};

/** When a person writes the first commit of what they open then. `logCoding` as in `Work`. */
export function workBegins(opening: Opening, logCoding: number): Instant {
  const [first] = codingSteps(chance(opening.seed, purpose.commits), opening, {
    ...{ title: '', logCoding, notBefore: null, agent: false },
  });
  return first?.at ?? opening.at;
}

type Coding = Pick<Work, 'title' | 'logCoding' | 'notBefore'> & { agent: boolean };

/** People commit while they work and open the pull request then; an agent opens it first. */
function codingSteps(
  draws: Chance,
  { at, person }: Opening,
  { title, logCoding, notBefore, agent }: Coding,
): Step[] {
  const log = Math.log(MEDIAN_CODING) + CODING_SPREAD * draws.normal() + logCoding;
  const earliest = Math.max(at - LONGEST_CODING, notBefore ?? 0);
  const count = 1 + Math.min(8, Math.floor(-0.9 * Math.log(1 - draws.unit())));
  const last = Math.max(earliest, at - 3 * MINUTE);
  const first = atWork(person.hours, at - Math.exp(log), earliest, last, draws.unit());
  if (agent) {
    const plan = step(at - MINUTE / 2, 'Initial plan');
    return [plan, ...Array.from({ length: count }, (_, one) => step(at + (one + 4) * MINUTE, title))];
  }
  let when = first;
  return Array.from({ length: count }, (_, one) => {
    if (one > 0)
      when = atWork(person.hours, first + ((last - first) * one) / count, when, last, draws.unit());
    return step(when, one === 0 ? title : cycled(LATER, draws.below(LATER.length)));
  });
}

function step(at: Instant, message: string, committedAt = at): Step {
  return { at, message, committedAt };
}

/** One in ten hides the address behind the forge's own, and one in twenty has a machine that git was never told about. */
export function identityOf({ seed, name, email, login }: Person, unit: number): GitIdentity {
  const habit = unitOf(seed, purpose.commits);
  if (habit < 0.1) return { name, email: `${accountNumber(login)}+${login}@users.noreply.github.com` };
  return habit < 0.15 && unit < 0.3 ? { name: login, email: `${login}@laptop.example.com` } : { name, email };
}

export function withTrailers(message: string, trailers: readonly string[]): string {
  return trailers.length === 0 ? message : `${message}\n\n${trailers.join('\n')}`;
}

/** Forty hexadecimal digits that no other commit of the repository has. */
export function sha(repositorySeed: number, number: number, index: number): string {
  const word = (which: number) => seedOf(which, repositorySeed, number, index).toString(16).padStart(8, '0');
  return [1, 2, 3, 4, 5].map(word).join('');
}
