import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  codingTime,
  cycleTime,
  deployTime,
  leadTimeForChanges,
  mergeTime,
  pickupTime,
  reviewTime,
  timeToMerge,
} from '../../server/facts/phase.ts';
import { pullRequestFact, type UnplacedFact } from '../../server/facts/pull-request-fact.ts';
import { inputOf } from '../../server/ingest/measured-input.ts';
import { HOUR } from '../../server/model/instant.ts';
import { storedPullRequest, type Told } from '../support/measured-pull-request.ts';

const GOLDEN = new URL('../golden/', import.meta.url);

type Known = 'id' | 'repositoryId' | 'number' | 'landing' | 'lines' | 'files';
type Golden = {
  says: string;
  given: Told;
  fact: Omit<UnplacedFact, Known>;
  hours: Record<string, number | null>;
};

function golden(name: string): Golden {
  return JSON.parse(readFileSync(new URL(name, GOLDEN), 'utf8'), (key, value: unknown) =>
    (key.endsWith('At') || key === 'at') && typeof value === 'string' ? Date.parse(value) : value,
  );
}

const files = readdirSync(GOLDEN).filter((name) => /^measured-.*\.json$/.test(name));

describe('a stored pull request, judged and measured', () => {
  it.each([
    'draft-for-a-night',
    'draft-again-after-ready',
    'agent-opens-a-draft-that-is-read-there',
    'asker-approves-the-work-of-an-agent',
    'bot-reviews-first',
    'author-comments-on-their-own',
    'reviewer-copilot-without-bot',
    'agent-as-github-actions',
    'approved-without-a-comment',
    'two-approvers',
    'merged-unreviewed',
    'rebase-moves-the-committer-date',
    'cherry-pick-with-a-year-old-author-date',
    'develop-into-main',
    'squash-merge',
    'reopened',
    'merged-in-another-week',
    'revert-with-a-renamed-branch',
    '25-bot-comments-first',
  ])('is tried in the case that others get wrong: %s', (name) => {
    expect(files).toContain(`measured-${name}.json`);
  });

  it.each(files.map((name) => ({ name, ...golden(name) })))('$name: $says', ({ given, fact, hours }) => {
    const measured = pullRequestFact(inputOf(storedPullRequest(given)));
    const { id, repositoryId, number, landing, lines, files: count, ...rest } = measured;
    expect(rest).toEqual(fact);
    expect(phases(measured)).toEqual(hours);
  });
});

describe('the changes of a stored pull request', () => {
  const changes = [{ path: 'src/till.ts', additions: 2, deletions: 1 }];

  it('are the files that the forge names, before those of the commits that landed it', () => {
    const named = [{ path: 'src/coupon.ts', additions: 5, deletions: 0 }];
    expect(inputOf(storedPullRequest({ changes, forge: { files: named } })).changes).toEqual(named);
    expect(inputOf(storedPullRequest({ changes })).changes).toEqual(changes);
  });

  it('are unknown, not none, of what landed nothing', () => {
    const pullRequest = { landedShas: [] };
    expect(inputOf(storedPullRequest({ changes: [], pullRequest })).changes).toBeNull();
  });
});

describe('a stored pull request of a clone', () => {
  it('is automation by who wrote it, and nobody reviewed it', () => {
    const author = { name: 'renovate[bot]', email: '29139614+renovate[bot]@users.noreply.github.com' };
    const stored = storedPullRequest({ pullRequest: { author } });
    const input = inputOf({ ...stored, pullRequest: { ...stored.pullRequest, forge: null } });
    expect(input).toMatchObject({ automation: true, agent: false, reviewers: [], commenters: [] });
    expect(pullRequestFact(input)).toMatchObject({ readyAt: null, firstReviewAt: null, draftInPickup: 0 });
  });
});

function phases(fact: UnplacedFact): Record<string, number | null> {
  const all = {
    coding: codingTime(fact),
    pickup: pickupTime(fact),
    review: reviewTime(fact),
    merge: mergeTime(fact),
    deploy: deployTime(fact),
    timeToMerge: timeToMerge(fact),
    cycle: cycleTime(fact),
    lead: leadTimeForChanges(fact),
  };
  return Object.fromEntries(Object.entries(all).map(([name, ms]) => [name, ms === null ? null : ms / HOUR]));
}
