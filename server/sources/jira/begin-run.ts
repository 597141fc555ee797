import { Type } from 'typebox';
import type { TrackerVocabulary } from '../../model/issue.ts';
import type { Progress, StoredProjects } from '../../model/rows.ts';
import { PATIENCE } from '../../net/patience.ts';
import { SourceError } from '../../net/source-error.ts';
import { asker } from './asker.ts';
import { jiraClient } from './client.ts';
import type { JiraSourceConfig } from './config.ts';
import { siteFields } from './fields.ts';
import type { JiraOutside } from './outside.ts';
import { Field, IssueType, Resolution, reader, Status } from './payload.ts';
import type { Run } from './run.ts';
import { siteOf } from './site.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Projects read so far, of those to be read. */
export type Count = { done: number; of: number };

export type Beginning = {
  stored: StoredProjects;
  progress: (progress: Progress) => void;
  signal: AbortSignal;
  count: Count;
  /** How often the same is asked at most. */
  tries?: number;
};

const readStatuses = reader(Type.Array(Status));
const readTypes = reader(Type.Array(IssueType));
const readResolutions = reader(Type.Array(Resolution));
const readFields = reader(Type.Array(Field));

/** Everything that a run needs. Throws SourceError when the site cannot be asked, or lacks a configured field. */
export async function beginRun(
  config: JiraSourceConfig,
  outside: JiraOutside,
  { stored, progress, signal, count, ...more }: Beginning,
): Promise<Run & { vocabulary: TrackerVocabulary }> {
  const place = { url: outside.url, host: new URL(outside.url).host, bearer: 'bearer' in outside.auth };
  const ask = asker({
    ...{ client: jiraClient(outside), outside, place, signal, ...more },
    minutes: config.patience ?? PATIENCE,
    maximumRequests: config.maximumRequests ?? Number.POSITIVE_INFINITY,
    soFar: () => `${count.done} of ${count.of} projects done`,
  });
  progress({ what: 'asking Jira what its ids stand for', done: 0, total: null });
  const site = await siteOf(ask, place);
  const found = siteFields(readFields(await ask.get('/field'), site.host), config.storyPoints);
  // Cloud tells the epic as the parent.
  const fields = site.cloud ? { ...found, epics: [] } : found;
  if (config.storyPoints !== undefined && fields.points.length === 0)
    throw new SourceError(
      'no-such-field',
      `${site.host} has no field "${config.storyPoints}". Set "storyPoints" to the name or the id of one, or leave it out.`,
    );
  const told = {
    statuses: readStatuses(await ask.get('/status'), site.host),
    types: readTypes(await ask.get('/issuetype'), site.host),
    resolutions: readResolutions(await ask.get('/resolution'), site.host),
  };
  const vocabulary = vocabularyOf(site, told, config);
  const { statuses } = vocabulary;
  return { asker: ask, site, config, stored, progress, fields, statuses, vocabulary };
}
