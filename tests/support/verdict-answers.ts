import type { VerdictAnswer, VerdictNumber, VerdictRow } from '../../server/contract/index.ts';
import { usualView } from '../../server/contract/view.ts';
import { verdictOfFacts } from '../../server/words/verdict.ts';
import { statusAnswer } from './answers.ts';
import { rows } from './verdict-facts.ts';

const line = [46, 44, null, 47, 45, 38, 36, 35].map((value, index) => ({
  from: `2026-0${index + 1}-05`,
  value,
}));

const speed: VerdictNumber = {
  ...{ key: 'speed', name: 'Speed', what: 'Time to merge, half of the work' },
  ...{ now: '35 hours', before: '46 before', change: 'about 18 % less (11 % to 25 %)' },
  ...{
    standing: 'better',
    word: 'better',
    line,
    startsAt: 5,
    counts: '7,091 pull requests',
    page: '/impact',
  },
  description: 'Time to merge by four weeks: 46 hours at first, 35 hours at last.',
};

const quality: VerdictNumber = {
  ...{ key: 'quality', name: 'Quality', what: 'Revert rate', now: null, before: null },
  ...{ change: 'Too few to judge.', standing: 'cannot', word: 'cannot be told', counts: '' },
  ...{ line: [], startsAt: null, description: 'Quality: nothing to show yet.', page: '/guardrails' },
};

/** What a page is answered at a row of the verdict's table. */
export function verdictAnswerAt(row: VerdictRow): VerdictAnswer {
  const [facts] = rows[row];
  const said = verdictOfFacts(facts);
  const isFound = said.tone !== null;
  return {
    ...{ ...statusAnswer(), asked: usualView },
    data: {
      rollout: { id: 'r1', name: 'AI assistants' },
      said: {
        ...said,
        cost: isFound ? 'Watch: pull requests are 31 % larger.' : null,
        remark: null,
        look: isFound ? 'Final look, 52 weeks since the first start.' : '',
        isFinal: isFound,
      },
      numbers: row === 'no-data' ? [] : [speed, quality],
      next: { sentence: 'See which teams it rests on.', page: '/impact', link: 'Impact' },
      grade: isFound ? { letter: 'B', means: 'compared with teams that had not started' } : null,
      countsSentence: '24 teams (16 started), 144 people.',
    },
  };
}
