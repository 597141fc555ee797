import type { Account } from '../../server/model/account.ts';
import type { Commit } from '../../server/model/commit.ts';
import type { Deployment } from '../../server/model/deployment.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../server/model/instant.ts';
import type { PullRequest } from '../../server/model/pull-request.ts';
import type { Repository } from '../../server/model/repository.ts';
import type { PullRequestEvent, Review } from '../../server/model/review.ts';
import { seededRandom } from './random-history.ts';
import { commit, forgeDetails, pullRequest } from './rows.ts';

const FIRST_MONDAY = Date.UTC(2024, 8, 2);
const WEEK = 7 * DAY;
const PEOPLE = ['ada', 'ben', 'cleo', 'dan', 'eve', 'finn'].map(
  (login): Account => ({ login, kind: 'user' }),
);
const RENOVATE: Account = { login: 'renovate', kind: 'bot' };
const REVIEW_BOT: Account = { login: 'coderabbitai', kind: 'bot' };
const AGENT: Account = { login: 'copilot-swe-agent', kind: 'bot' };

/** What a forge would tell of one repository: as `Rows`, with each list there. */
export type ReviewedYear = {
  commits: Commit[];
  pullRequests: PullRequest[];
  deployments: Deployment[];
  coveredUntil: Instant;
};

/**
 * `weeks` weeks of ordinary work as a forge tells it, the last one cut short: drafts, reviews in draft, work that nobody
 * reviewed or approved, bots, agents, back-ports, a quiet week now and then, an empty fortnight, and what is still open.
 * Waiting for a review is shorter in the last third. Deployed every weekday, where the repository has that set up.
 */
export function yearOfReviews(repository: Repository, seed: number, weeks: number): ReviewedYear {
  const random = seededRandom(seed);
  const coveredUntil = FIRST_MONDAY + (weeks - 1) * WEEK + 2 * DAY;
  const year: ReviewedYear = { commits: [], pullRequests: [], deployments: [], coveredUntil };
  for (let week = 0; week < weeks; week += 1) {
    const holiday = week === 16 || week === 17;
    const many = holiday ? 0 : week % 11 === 5 ? 3 : 8 + Math.floor(random() * 8);
    for (let index = 0; index < many; index += 1) {
      const openedAt = FIRST_MONDAY + week * WEEK + Math.floor(random() * 4.6 * DAY);
      if (openedAt < coveredUntil) change(year, repository, openedAt, week > weeks * 0.66, random);
    }
  }
  if (repository.deployedBy !== null) year.deployments = deployments(repository, coveredUntil);
  return year;
}

function change(
  year: ReviewedYear,
  repository: Repository,
  openedAt: Instant,
  quick: boolean,
  random: () => number,
): void {
  const number = year.pullRequests.length + 1;
  /** So many hours or, often enough, several times as many. */
  const about = (hours: number) =>
    Math.round((hours * HOUR * Math.exp(3 * random() - 1.5)) / MINUTE) * MINUTE;
  const someone = () => PEOPLE[Math.floor(random() * PEOPLE.length)] ?? null;
  const [kind, fate] = [random(), random()];
  const account = kind < 0.09 ? RENOVATE : kind < 0.2 ? AGENT : someone();
  const copied = kind > 0.97;
  const events: PullRequestEvent[] = [];
  const draftFor = random() < 0.2 ? about(9) : 0;
  const readyAt = openedAt + draftFor;
  if (draftFor > 0) events.push({ kind: 'ready', at: readyAt });

  const reviews: Review[] = [];
  const say = (by: Account | null, state: Review['state'], submittedAt: Instant) =>
    reviews.push({ id: `r${number}-${reviews.length}`, account: by, state, submittedAt });
  if (random() < 0.4) say(REVIEW_BOT, 'commented', readyAt + 5 * MINUTE);
  const inDraft = draftFor > 0 && random() < 0.3;
  let at = inDraft ? openedAt + Math.floor(draftFor / 2) : readyAt + about(quick ? 4 : 7);
  if (fate > 0.08) {
    const reviewer = PEOPLE[(PEOPLE.indexOf(account ?? AGENT) + 1) % PEOPLE.length] ?? null;
    say(reviewer, random() < 0.4 ? 'approved' : 'commented', at);
    at = Math.max(at, readyAt) + about(6);
    if (fate > 0.16) say(reviewer, 'approved', at);
  }
  const done = at + about(1.5);
  const mergedAt = fate > 0.97 || done > year.coveredUntil ? null : done;
  const closed = fate > 0.97 && done <= year.coveredUntil;

  const [own, landed] = [`${repository.name}-c${number}`, `${repository.name}-m${number}`];
  const authoredAt = openedAt - about(3);
  const by = {
    repositoryId: repository.id,
    author: { name: account?.login ?? 'x', email: `${account?.login}@example.com` },
  };
  year.commits.push(commit(own, { ...by, parents: null, authoredAt, committedAt: authoredAt }));
  if (mergedAt !== null) {
    year.commits.push(commit(landed, { ...by, parents: null, authoredAt: mergedAt, committedAt: mergedAt }));
  }
  const lines = Math.round(10 * Math.exp(4 * random()));
  year.pullRequests.push(
    pullRequest(number, {
      id: `${repository.id}#${number}`,
      repositoryId: repository.id,
      title: copied ? `[Backport 1.x] Change ${number}` : `Change ${number}`,
      baseBranch: copied ? '1.x' : 'main',
      state: mergedAt === null ? (closed ? 'closed' : 'open') : 'merged',
      landing: mergedAt === null ? null : 'squash',
      fromFork: false,
      author: by.author,
      openedAt,
      mergedAt,
      closedAt: closed ? done : null,
      mergeSha: mergedAt === null ? null : landed,
      landedShas: mergedAt === null ? [] : [landed],
      ownShas: [own],
      forge: forgeDetails({
        account,
        mergedBy: someone(),
        updatedAt: Math.min(done, year.coveredUntil),
        headSha: own,
        additions: lines,
        deletions: Math.floor(lines / 3),
        reviews: reviews.filter(({ submittedAt }) => submittedAt <= (mergedAt ?? year.coveredUntil)),
        events: events.filter((event) => event.at <= year.coveredUntil),
        files: [{ path: `src/part-${number % 40}.ts`, additions: lines, deletions: Math.floor(lines / 3) }],
      }),
    }),
  );
}

/** Every weekday at 15:00, with all that was merged until half an hour before. */
function deployments(repository: Repository, until: Instant): Deployment[] {
  const days = Math.floor((until - FIRST_MONDAY) / DAY);
  return Array.from({ length: days }, (_, day) => day)
    .filter((day) => day % 7 < 5)
    .map((day) => {
      const succeededAt = FIRST_MONDAY + day * DAY + 15 * HOUR;
      return {
        id: `${repository.id}!deployment:${day}`,
        repositoryId: repository.id,
        via: repository.deployedBy ?? '',
        sha: `d${day}`,
        succeededAt,
        containsSha: null,
        containsUntil: succeededAt - 30 * MINUTE,
      };
    });
}
