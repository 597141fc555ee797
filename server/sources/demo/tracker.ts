import type { IssueProject, TrackerVocabulary } from '../../model/issue.ts';
import type { Team } from './teams.ts';
import { RESOLUTION, STATUS } from './ticket-story.ts';

export const TRACKER = 'demo:issues.example.com';

export const TYPE = { story: '100', bug: '101', task: '102', epic: '110', subTask: '120' } as const;

export function vocabularyOf(): TrackerVocabulary {
  return {
    trackerId: TRACKER,
    url: 'https://issues.example.com',
    statuses: [
      { id: STATUS.toDo, name: 'To do', category: 'new', waiting: false },
      { id: STATUS.inProgress, name: 'In progress', category: 'indeterminate', waiting: false },
      { id: STATUS.inReview, name: 'In review', category: 'indeterminate', waiting: true },
      { id: STATUS.blocked, name: 'Blocked', category: 'indeterminate', waiting: true },
      { id: STATUS.done, name: 'Done', category: 'done', waiting: false },
    ],
    types: [
      { id: TYPE.story, name: 'Story', level: 'standard' },
      { id: TYPE.bug, name: 'Bug', level: 'standard' },
      { id: TYPE.task, name: 'Task', level: 'standard' },
      { id: TYPE.epic, name: 'Epic', level: 'epic' },
      { id: TYPE.subTask, name: 'Sub-task', level: 'sub-task' },
    ],
    resolutions: [
      { id: RESOLUTION.done, name: 'Done', delivers: true },
      { id: RESOLUTION.declined, name: "Won't do", delivers: false },
      { id: RESOLUTION.duplicate, name: 'Duplicate', delivers: false },
    ],
  };
}

/** Each team keeps one project. */
export function projectOf({ index, key, name }: Team): IssueProject {
  return { id: `${TRACKER}/${10_000 + index}`, trackerId: TRACKER, key, name };
}
