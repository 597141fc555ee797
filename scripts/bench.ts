import { parseArgs } from 'node:util';
import { effectFigures } from './bench-effect.ts';
import { faultFigures } from './bench-faults.ts';
import { gitFigures } from './bench-git.ts';
import { githubFigures } from './bench-github.ts';
import { issueFigures } from './bench-issues.ts';
import { jiraFigures } from './bench-jira.ts';
import { killFigures } from './bench-kill.ts';
import { malformedFigures } from './bench-malformed.ts';
import { nightFigures } from './bench-nights.ts';
import { questionFigures } from './bench-questions.ts';
import { storeFigures } from './bench-store.ts';
import type { Figure } from './figure.ts';

const benches = {
  git: gitFigures,
  github: githubFigures,
  store: storeFigures,
  questions: questionFigures,
  kill: killFigures,
  faults: faultFigures,
  nights: nightFigures,
  malformed: malformedFigures,
  jira: jiraFigures,
  issues: issueFigures,
  effect: effectFigures,
};

const options = { json: { type: 'boolean' }, only: { type: 'string' } } as const;
const { values } = parseArgs({ options });

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(benches)) {
  if (values.only === undefined || new RegExp(values.only).test(name)) figures.push(...(await measure()));
}
const row = ({ name, value, ...rest }: Figure) => [name, { value: Number(value.toPrecision(4)), ...rest }];
if (values.json) console.log(JSON.stringify(figures));
else console.table(Object.fromEntries(figures.map(row)));
process.exitCode = figures.some(({ ok }) => ok === false) ? 1 : 0;
