import { SECOND } from '../../model/instant.ts';
import { clockSkew } from '../../net/clock-skew.ts';
import { SourceError } from '../../net/source-error.ts';
import { beginRun } from './begin-run.ts';
import type { JiraSourceConfig } from './config.ts';
import type { JiraOutside } from './outside.ts';
import { scopeOf } from './scope.ts';

export type JiraCheck = { what: string; ok: boolean; says: string };

/** Checks one thing after another, without reading any issue; what rests on something that failed is not checked. */
export async function checkJira(config: JiraSourceConfig, outside: JiraOutside): Promise<JiraCheck[]> {
  const checks: JiraCheck[] = [];
  const check = async <T>(what: string, look: () => Promise<T>, says: (value: T) => string) => {
    try {
      const value = await look();
      checks.push({ what, ok: true, says: says(value) });
      return value;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      checks.push({ what, ok: false, says: error.message });
      return null;
    }
  };
  const hasty = {
    ...{ stored: { projects: async () => [] }, progress: () => {}, tries: 1 },
    ...{ signal: new AbortController().signal, count: { done: 0, of: 0 } },
  };
  const run = await check(
    'token',
    () => beginRun({ ...config, patience: 0 }, outside, hasty),
    ({ site }) =>
      `${site.account} at ${site.host}, Jira ${site.cloud ? 'Cloud' : `Data Center ${site.version}`}`,
  );
  if (run === null) return checks;
  const { sprints, points } = run.fields;
  const of = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.join(' and '));
  checks.push({ what: 'fields', ok: true, says: `sprints ${of(sprints)}, story points ${of(points)}` });
  const skew = clockSkew(run.asker.ahead(), "Jira's");
  const near = `as Jira's, to ${Math.round(Math.abs(run.asker.ahead()) / SECOND)} s`;
  checks.push({ what: 'clock', ok: skew === null, says: skew ?? near });
  const scope = await check(
    'projects',
    () => scopeOf(run),
    ({ projects }) => `${projects.length} to be read`,
  );
  if (scope === null) return checks;
  if (scope.projects.length === 0) {
    checks.pop();
    const says = 'none is to be read: this token sees none, or none of those that are named.';
    checks.push({ what: 'projects', ok: false, says });
  }
  const said = scope.steps.flatMap((step) => ('leftOut' in step ? step.leftOut : []));
  return [
    ...checks,
    ...said.map((says) => ({ what: 'left out', ok: true, says })),
    ...scope.unseen.map((says) => ({ what: 'not found', ok: false, says })),
  ];
}
