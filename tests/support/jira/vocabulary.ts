/** Jira's own words for where work stands; the ids and colours are the same on every site. */
export type FakeCategory = 'new' | 'indeterminate' | 'done';

/** `projectId` null: of the whole site; else of one team-managed project, beside others of the same name. */
export type FakeStatus = { id: string; name: string; category: FakeCategory; projectId: string | null };

/** `level`: 1 epic, 0 standard, -1 sub-task. */
export type FakeType = { id: string; name: string; level: number; projectId: string | null };

export type FakeResolution = { id: string; name: string };

export type FakeField = {
  id: string;
  name: string;
  /** Its words in JQL. */
  clauses: string[];
  schema: {
    type: string;
    items?: string;
    system?: string;
    custom?: string;
    customId?: number;
  } | null;
};

export const siteStatuses: readonly FakeStatus[] = [
  { id: '10000', name: 'To Do', category: 'new', projectId: null },
  { id: '3', name: 'In Progress', category: 'indeterminate', projectId: null },
  { id: '10002', name: 'In Review', category: 'indeterminate', projectId: null },
  { id: '10003', name: 'Blocked', category: 'indeterminate', projectId: null },
  { id: '10001', name: 'Done', category: 'done', projectId: null },
];

export const siteTypes: readonly FakeType[] = [
  { id: '10000', name: 'Epic', level: 1, projectId: null },
  { id: '10001', name: 'Story', level: 0, projectId: null },
  { id: '10002', name: 'Task', level: 0, projectId: null },
  { id: '10004', name: 'Bug', level: 0, projectId: null },
  { id: '10003', name: 'Sub-task', level: -1, projectId: null },
];

export const siteResolutions: readonly FakeResolution[] = [
  { id: '10000', name: 'Done' },
  { id: '10001', name: "Won't Do" },
  { id: '10002', name: 'Duplicate' },
  { id: '10003', name: 'Cannot Reproduce' },
];

/** How two issues may hang together. */
export const linkKinds = [
  { id: '10000', name: 'Blocks', outward: 'blocks', inward: 'is blocked by' },
  { id: '10001', name: 'Cloners', outward: 'clones', inward: 'is cloned by' },
  { id: '10002', name: 'Duplicate', outward: 'duplicates', inward: 'is duplicated by' },
  { id: '10003', name: 'Relates', outward: 'relates to', inward: 'relates to' },
] as const;

export type LinkKind = (typeof linkKinds)[number];
