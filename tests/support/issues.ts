import type { Issue, IssueProject, TrackerVocabulary } from '../../server/model/issue.ts';

// Rows of an issue tracker with sensible contents, for tests that care about one field of them.

export const TRACKER = 'jira:jira.example.com';

export const project: IssueProject = {
  id: `${TRACKER}/10000`,
  trackerId: TRACKER,
  key: 'SHOP',
  name: 'The shop',
};

export const vocabulary: TrackerVocabulary = {
  trackerId: TRACKER,
  url: 'https://jira.example.com',
  statuses: [
    { id: '1', name: 'To Do', category: 'new', waiting: false },
    { id: '3', name: 'In Progress', category: 'indeterminate', waiting: false },
    { id: '4', name: 'In Review', category: 'indeterminate', waiting: true },
    { id: '5', name: 'Done', category: 'done', waiting: false },
  ],
  types: [
    { id: '100', name: 'Story', level: 'standard' },
    { id: '101', name: 'Epic', level: 'epic' },
  ],
  resolutions: [
    { id: '10', name: 'Done', delivers: true },
    { id: '9', name: "Won't do", delivers: false },
  ],
};

export const FIRST_DAY = Date.UTC(2026, 2, 2, 9);
const DAY = 86_400_000;

/** Created on the first day, started on the second and done on the fifth. */
export function issue(number: number, over: Partial<Issue> = {}): Issue {
  return {
    id: `${TRACKER}:${10_000 + number}`,
    projectId: project.id,
    key: `${project.key}-${number}`,
    formerKeys: [],
    title: `Work ${number}`,
    typeId: '100',
    statusId: '5',
    resolutionId: '10',
    assignee: { id: 'ada', email: 'ada@example.com', name: 'Ada' },
    labels: [],
    parentId: null,
    sprints: [],
    storyPoints: null,
    links: [],
    createdAt: FIRST_DAY,
    updatedAt: FIRST_DAY + 4 * DAY,
    statusChanges: [
      { at: FIRST_DAY + DAY, from: '1', to: '3' },
      { at: FIRST_DAY + 4 * DAY, from: '3', to: '5' },
    ],
    resolutionChanges: [{ at: FIRST_DAY + 4 * DAY, from: null, to: '10' }],
    assigneeChanges: [{ at: FIRST_DAY, from: null, to: 'ada' }],
    ...over,
  };
}
