import { attribute } from '../../server/facts/attribution/attribute.ts';
import { compiledRules } from '../../server/facts/attribution/compiled.ts';
import { traceOf } from '../../server/facts/attribution/trace.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { NO_AFTERMATH, pullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { attributionInputOf } from '../../server/ingest/attributed-input.ts';
import { inputOf } from '../../server/ingest/measured-input.ts';
import { placer } from '../../server/ingest/placing.ts';
import type { OrganisationRows } from '../../server/model/organisation.ts';
import { organisationOf } from '../../server/organisation/desk.ts';
import { personsOf } from '../../server/people/person.ts';
import { rosterOf } from '../../server/people/roster.ts';
import { sightingsOf } from '../../server/people/sighting.ts';
import { teamNames } from '../../server/people/team-id.ts';
import type { Held } from '../../server/report/live.ts';
import type { DemoConfig } from '../../server/sources/demo/config.ts';
import { rosterCsv } from '../../server/sources/demo/roster.ts';
import { type Generated, generated, UNTIL } from '../sources/demo/generated.ts';
import { fresh, heldOf } from './facts.ts';
import { openTestStore } from './open-store.ts';

const rules = compiledRules();

/**
 * A demo organisation as the server holds it: its rows by the same people, facts and columns as through a store, without one, which
 * takes a tenth of the time. That both come to the same is a test of its own.
 */
export async function demoMeasured(config: DemoConfig): Promise<{ held: Held; facts: PullRequestFact[] }> {
  const { all } = await generated(config);
  const { links } = sightingsOf(all.flatMap(({ commits }) => commits));
  const organisation = { ...(await importedRoster(config)), persons: personsOf(links) };
  const place = placer('UTC');
  const facts = all.flatMap((one) => factsOf(one, organisation, place));
  const freshness = all.map(({ repository: { id, name } }) =>
    fresh(UNTIL, { repositoryId: id, name, source: 'demo' }),
  );
  const held = {
    ...heldOf(facts, freshness, 'UTC', [], rosterOf(organisation)),
    teamNames: teamNames(organisation.teams, []),
  };
  return { held, facts };
}

/** As the desk writes it. */
async function importedRoster(config: DemoConfig): Promise<OrganisationRows> {
  const store = await openTestStore();
  await organisationOf(store, { now: () => UNTIL, zone: 'UTC' }).importRoster(rosterCsv(config, UNTIL));
  return store.organisation();
}

function factsOf(
  { repository, pullRequests, commits, deployments }: Generated,
  organisation: OrganisationRows,
  place: ReturnType<typeof placer>,
): PullRequestFact[] {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  return pullRequests.map((pullRequest) => {
    const own = (pullRequest.ownShas ?? []).flatMap((sha) => bySha.get(sha) ?? []);
    const { mergedAt, forge } = pullRequest;
    const deployment = deployments.find(
      ({ containsUntil }) => mergedAt !== null && (containsUntil ?? 0) >= mergedAt,
    );
    const input = inputOf({
      ...{ pullRequest, changes: forge?.files ?? null, defaultBranch: repository.defaultBranch },
      commits: own.map((commit) => ({ ...commit, parents: null })),
      deployedAt: deployment?.succeededAt ?? null,
    });
    const fact = pullRequestFact(input);
    const landed = bySha.get(pullRequest.mergeSha ?? '');
    const attribution = attribute(
      attributionInputOf({
        ...{ kind: 'pull-request', pullRequest, changes: null, deployedAt: null },
        ...{ defaultBranch: repository.defaultBranch, repositoryName: repository.name, notes: new Map() },
        commits: own.map((commit) => ({ ...commit, parents: null })),
        landed: landed === undefined ? null : { ...landed, parents: null },
      }),
      rules,
    );
    const placed = place.work(fact, input.byProgram, organisation);
    const { level: aiLevel, tools: aiTools } = attribution;
    const marked = { aiLevel, aiTools, aiTrace: traceOf(attribution), linesByAi: null, linesNoted: null };
    return { ...fact, ...placed, ...marked, issues: 0, ...NO_AFTERMATH };
  });
}
