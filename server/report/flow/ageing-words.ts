import type { Ageing } from '../../contract/flow.ts';
import type { Waiting } from '../../contract/open-work.ts';
import { coverage } from '../../words/coverage.ts';
import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';
import type { Question } from '../question.ts';
import { type Unknowable, unknowable } from '../unknowable.ts';

type Counted = {
  states: Ageing['states'];
  open: number;
  automation: number;
  /** Those open for two weeks or longer, by what they wait for. */
  old: readonly { waiting: Waiting; count: number }[];
};

type Words = Omit<Ageing, 'bands' | 'states' | 'oldest'>;

export function ageingWords(question: Question, counted: Counted): Words {
  const { metric, repositories } = question;
  const never = unknowable(metric, repositories);
  const { states, open, automation } = counted;
  const said = states.map(({ name, counts }) => `${name.toLowerCase()}: ${number(sum(counts))}`);
  const bots = automation === 0 ? '' : ` Beside them ${count(automation, 'open one')} by bots.`;
  return {
    finding: never === null ? findingOf(counted) : 'A clone cannot tell open work: it has no openings',
    howToRead:
      never?.whatToDo ??
      'Open pull requests where the data end, whatever the window, by how long they have been open and what they wait for. One scale for all four.',
    description: `Open pull requests by age and by what they wait for. ${list(said)}.`,
    coverage: `${coverage(open, open, 'open pull request', [])}.${bots}`,
    n: open,
    unknowable: never?.why ?? null,
    about: ABOUT,
  };
}

export function untoldWords({ why, finding, whatToDo }: Unknowable): Words {
  const said = { finding, howToRead: whatToDo, description: `${finding}.` };
  return { ...said, coverage: 'Not counted here.', n: 0, unknowable: why, about: ABOUT };
}

function findingOf({ open, old }: Counted): string {
  if (open === 0) return 'No pull request is open';
  const many = old.reduce((total, { count: those }) => total + those, 0);
  if (many === 0) {
    return open === 1
      ? 'One pull request is open, not for two weeks yet'
      : `${number(open)} pull requests are open, none for two weeks`;
  }
  const most = old.toSorted((one, other) => other.count - one.count)[0];
  const where =
    most === undefined || many === 1 ? '' : `, ${shareInWords(most.count / many)} ${PLACES[most.waiting]}`;
  return `${number(many)} of ${count(open, 'open pull request')} ${many === 1 ? 'is' : 'are'} two weeks old or older${where}`;
}

function shareInWords(share: number): string {
  return share === 1 ? 'all of them' : share > 0.5 ? 'most of them' : 'the largest part';
}

const PLACES: Record<Waiting, string> = {
  draft: 'still drafts',
  review: 'waiting for review',
  'in-review': 'in review',
  approved: 'approved and not merged',
};

function sum(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}

const ABOUT: Ageing['about'] = {
  name: 'Age of open work',
  formula:
    'Calendar time from the opening of a pull request that is neither merged nor closed to the end of its repository’s data. It is a draft until it is ready for the first time; then it waits for a first human review, is in review, or is approved.',
  unit: 'pull requests; fewer old ones are better',
  minimum: 'any number, also none',
  emptyMeans: 'No pull request of that age waits there. This is a true zero.',
  limits: [
    'One that was made a draft again after it was ready counts as ready.',
    'A review by its author, a bot or whoever asked an agent for the work is no human review here.',
    'Pull requests by automation, back-ports and merges of long-lived branches are not in it.',
    'A clone has no open pull requests.',
  ],
};
