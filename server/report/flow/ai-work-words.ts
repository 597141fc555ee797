import type { AiWork } from '../../contract/ai-work.ts';
import { aiMarkedShare } from '../../metrics/ai-marked.ts';
import { amount } from '../../words/amount.ts';
import { coverage } from '../../words/coverage.ts';
import { list } from '../../words/list.ts';
import { number } from '../../words/number.ts';
import type { Question } from '../question.ts';
import type { LeftOutCounts } from './asked-rows.ts';

type Counted = { looked: number; marked: number; unlooked: number; leftOut: LeftOutCounts };
type Drawn = Pick<AiWork, 'levels' | 'tools' | 'beside'>;
type Words = Omit<AiWork, keyof Drawn>;

const { formula, limits } = aiMarkedShare.definition;

const ABOUT: AiWork['about'] = {
  name: 'AI in the work',
  formula: `Merged pull requests of the full weeks of the window by how AI took part, the strongest mark of each: by an agent (every commit is an agent's, or an agent opened it), assisted, a suggestion applied, only reviewed, none seen. ${formula}`,
  unit: 'pull requests',
  minimum: '5 people with such work and 5 with other; what has fewer is put together with others',
  emptyMeans: 'No pull request was merged in these weeks.',
  limits: [
    ...limits.filter((limit) => !limit.startsWith('A week needs')),
    'AI-marked work beside the rest is time from opening to merge: first the medians as they stand, then the same people with and without a mark, adjusted for size (author effects and the logarithm of lines, jackknife over people). It is a description, since people choose what they give to AI.',
  ],
};

export function aiWorkWords({ view }: Question, counted: Counted, { levels, tools }: Drawn): Words {
  const { looked, marked, unlooked, leftOut } = counted;
  const all = looked + unlooked + Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  const named = [...levels, ...tools].map(
    ({ name, count, share }) => `${name} ${number(count)} (${amount(share, 'share')})`,
  );
  const [first] = tools;
  const most = first === undefined || first.tool === null ? '' : `; most of them with ${first.name}`;
  return {
    finding:
      marked === 0
        ? 'No mark of AI was seen in merged pull requests'
        : `${number(marked)} of ${number(looked)} merged pull requests are AI-marked${first !== undefined && first.count > marked / 2 ? most : ''}`,
    howToRead: `Merged in the full weeks of the window${view.team.length > 0 ? ', by these teams' : ''}: each bar is a share of all of them. One with several tools counts with each. None seen is not “no AI”.`,
    description: `Merged pull requests by how AI took part and by tool: ${list(named)}.`,
    coverage: `${coverage(looked, all, 'merged pull request', [
      { count: leftOut.automation, why: 'by bots' },
      { count: leftOut['long-lived-branch'], why: 'between long-lived branches' },
      { count: leftOut['back-port'], why: 'back-ports' },
      { count: unlooked, why: 'not looked at yet' },
    ])}.`,
    n: looked,
    unknowable: null,
    about: ABOUT,
  };
}

const WHY = {
  early: {
    finding: 'Too early to say: the first full week is not over',
    todo: 'Choose a window with a full week.',
  },
  nothing: {
    finding: 'No merged pull request here has been looked at for marks of AI',
    todo: 'Choose a longer window, or fewer filters; after an update the next import looks at all work.',
  },
  few: {
    finding: 'Too few people have AI-marked work, or other work, to tell them apart',
    todo: 'Ask for all teams and repositories, or for a longer window. None seen is not “no AI”.',
  },
} as const;

export function noAiWork(why: keyof typeof WHY): AiWork {
  const { finding, todo } = WHY[why];
  return {
    finding,
    howToRead: todo,
    description: 'Merged pull requests by how AI took part: nothing to show.',
    coverage: 'Nothing is shown.',
    n: 0,
    unknowable: why === 'few' ? 'group-too-small' : null,
    about: ABOUT,
    levels: [],
    tools: [],
    beside: null,
  };
}
