import type { IssueStatus } from '../../model/issue.ts';
import type { Progress, StoredProjects } from '../../model/rows.ts';
import type { Asker } from './asker.ts';
import type { JiraSourceConfig } from './config.ts';
import type { SiteFields } from './fields.ts';
import type { Site } from './site.ts';

/** What every part of one run needs. */
export type Run = {
  asker: Asker;
  site: Site;
  config: JiraSourceConfig;
  stored: StoredProjects;
  progress: (progress: Progress) => void;
  fields: SiteFields;
  statuses: readonly IssueStatus[];
};

/** Days after which it is looked again for issues that were deleted. */
export const RECONCILE_EVERY = 7;
