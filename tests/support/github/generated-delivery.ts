import { type Chance, DAY, instant, MINUTE } from './chance.ts';
import type { Mainline, Tip } from './generated-mainline.ts';
import type { FakeDeployment, FakeRepository } from './repository.ts';

/** How a generated repository delivers, in turn: deployments, releases, a workflow, nothing that is told. */
export function deliver(
  repository: FakeRepository,
  { main, release }: Mainline,
  chance: Chance,
  until: number,
): void {
  const way = repository.databaseId % 4;
  // A repair of the release branch is delivered as well: it holds nothing that came to main after the branch had left it.
  const repairs = release.filter(() => chance.happens(0.3));
  const tips = [...main, ...repairs].sort((a, b) => a.at - b.at);
  if (way === 0) deploy(repository, tips, chance, until);
  if (way === 1) publish(repository, tips, chance);
  if (way === 2) runWorkflow(repository, main, chance);
}

function deploy(repository: FakeRepository, tips: readonly Tip[], chance: Chance, until: number): void {
  let before: FakeDeployment | null = null;
  for (const [at, tip] of tips.entries()) {
    if (!chance.happens(0.5)) continue;
    const created = tip.at + 10 * MINUTE + chance.time(20 * MINUTE);
    const done = created + 5 * MINUTE;
    if (done > until) continue;
    const production = chance.happens(0.7);
    const works = chance.happens(0.92);
    const deployment: FakeDeployment = {
      id: repository.databaseId * 100_000 + at,
      environment: production ? 'production' : 'staging',
      commitOid: tip.oid,
      ref: 'main',
      createdAt: instant(created),
      statuses: [
        { state: 'IN_PROGRESS', createdAt: instant(created + MINUTE) },
        { state: works ? 'SUCCESS' : 'FAILURE', createdAt: instant(done) },
      ],
    };
    if (production && works) {
      before?.statuses.push({ state: 'INACTIVE', createdAt: instant(done) });
      before = deployment;
    }
    repository.deployments.push(deployment);
  }
}

function publish(repository: FakeRepository, tips: readonly Tip[], chance: Chance): void {
  let last = 0;
  for (const [at, tip] of tips.entries()) {
    if (tip.at - last < 14 * DAY) continue;
    last = tip.at;
    const draft = chance.happens(0.05);
    repository.releases.push({
      id: repository.databaseId * 100_000 + at,
      tagName: `v1.${at}.0`,
      createdAt: instant(tip.at + MINUTE),
      publishedAt: draft ? null : instant(tip.at + 30 * MINUTE),
      isPrerelease: chance.happens(0.15),
      tagCommitOid: tip.oid,
    });
  }
}

function runWorkflow(repository: FakeRepository, tips: readonly Tip[], chance: Chance): void {
  for (const [at, tip] of tips.entries()) {
    repository.workflowRuns.push({
      id: repository.databaseId * 100_000 + at,
      workflow: 'deploy.yml',
      headBranch: 'main',
      headSha: tip.oid,
      event: 'push',
      status: 'completed',
      conclusion: chance.happens(0.9) ? 'success' : 'failure',
      createdAt: instant(tip.at + MINUTE),
      updatedAt: instant(tip.at + 12 * MINUTE),
    });
  }
}
