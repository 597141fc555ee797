import type { AdoptionFigure, AdoptionRow } from '../../contract/adoption.ts';
import type { About } from '../../contract/flow.ts';
import { type Ways, waysOf } from '../../metrics/adoption/ways.ts';
import { isCannot } from '../../stats/cannot.ts';
import { wilson } from '../../stats/proportions/wilson.ts';
import { list } from '../../words/list.ts';
import { number } from '../../words/number.ts';
import { NONE_SEEN, nothingToShow, percent } from './adoption-words.ts';
import { type AdoptionAsked, foundOnce, workOf } from './asked-adoption.ts';

const ABOUT: About = {
  name: 'In production',
  formula:
    'Of the AI-marked pull requests merged in the full weeks of the window: the share in repositories that deploy or release (all others are sandboxes here), that names an issue, that somebody independent reviewed before the merge, on whose first commit CI ran, and all three of the last. Beside it the unmarked ones of the same weeks. Ranges are Wilson’s, 95 %.',
  unit: 'share of pull requests',
  minimum: 'one merged pull request; its range says how little that is',
  emptyMeans: 'No AI-marked pull request was merged in these weeks.',
  limits: [
    'A repository deploys or releases when any deployment or release of it is known.',
    'A clone knows no reviews and no checks: its work is left out of these three.',
    'It describes, and is never what AI has changed.',
    NONE_SEEN,
  ],
};

type Part = { name: string; of: (ways: Ways) => number; among: (ways: Ways) => number };

/** How much of AI-marked work is in production, and went the way that all work goes. */
export const productionFigure = foundOnce((asked: AdoptionAsked): AdoptionFigure => {
  const { window, held, question } = asked;
  if (asked.few) return nothingToShow('few', ABOUT);
  if (window === null) return nothingToShow('early', ABOUT);
  const deploying = deployingOf(asked);
  const { marked, others } = waysOf(held.snapshot, workOf(asked, window.from, window.to), deploying);
  if (marked.all === 0) return nothingToShow('unmarked', ABOUT);
  const deploys = question.repositories.freshness.some(({ deployedBy }) => deployedBy !== null);
  const tracked = held.issues.freshness.length > 0;
  const checks = marked.checked + others.checked > 0;
  const forged = marked.onForge + others.onForge > 0;
  if (!deploys && !tracked && !forged) return nothingToShow(CLONES, ABOUT);
  const parts: Part[] = [
    ...(deploys ? [{ name: 'In repositories that deploy', of: (w: Ways) => w.deploying, among: all }] : []),
    ...(tracked ? [{ name: 'Names an issue', of: (w: Ways) => w.issue, among: all }] : []),
    ...(forged ? [{ name: 'Independently reviewed', of: (w: Ways) => w.reviewed, among: onForge }] : []),
    ...(checks ? [{ name: 'Through CI', of: (w: Ways) => w.checked, among: onForge }] : []),
    ...(tracked && checks ? [{ name: 'All three', of: (w: Ways) => w.whole, among: onForge }] : []),
  ];
  const rows = parts.flatMap(({ name, of, among }) => [
    shareRow(name, of(marked), among(marked), false),
    ...(others.all === 0 ? [] : [shareRow('unmarked work', of(others), among(others), true)]),
  ]);
  const unknown = [
    ...(deploys ? [] : ['Deployments are not set up, so production and sandboxes cannot be told apart.']),
    ...(tracked ? [] : ['No issue tracker is connected.']),
    ...(forged ? [] : ['A clone knows no reviews and no checks.']),
    ...(checks || !forged ? [] : ['Whether CI ran is not known yet; the next import finds out.']),
  ];
  return {
    finding: findingOf(marked, deploys, tracked && checks),
    howToRead:
      'Each bar is the share of merged AI-marked pull requests that went this part of the way; the grey one below it is unmarked work of the same weeks. The thin line is the likely range.',
    description: `The way of AI-marked work: ${list(rows.map(({ name, label }) => `${name} ${label}`))}.`,
    coverage: `AI-marked pull requests merged in the window, beside ${number(others.all)} unmarked.`,
    n: marked.all,
    about: ABOUT,
    cautions: unknown,
    bars: [{ title: 'The way to the mainline', kind: 'lengths', unit: 'share', rows }],
    ...{ bases: [], weeks: [], lines: [] },
  };
});

const CLONES = {
  finding:
    'A clone tells neither reviews nor checks, so how AI-marked work came to the mainline is not known',
  todo: 'Read the same repositories from GitHub, set up what counts as deployed, and connect a tracker.',
};

/** 1 for each repository in which anything was ever deployed or released. */
function deployingOf({ held: { snapshot, delivery } }: AdoptionAsked): Uint8Array {
  const found = new Uint8Array(snapshot.repositories.values.length);
  for (const { repositoryId } of delivery.facts) {
    const number = snapshot.repositories.find(repositoryId);
    if (number !== undefined) found[number] = 1;
  }
  return found;
}

function all(ways: Ways): number {
  return ways.all;
}

function onForge(ways: Ways): number {
  return ways.onForge;
}

function shareRow(name: string, some: number, of: number, isBeside: boolean): AdoptionRow {
  const share = wilson(some, of);
  if (isCannot(share)) return { name, isBeside, value: null, low: null, high: null, label: 'not known' };
  const { lower: low, upper: high } = share;
  return { name, isBeside, value: share.share, low, high, label: `${percent(share.share)} of ${number(of)}` };
}

function findingOf(marked: Ways, deploys: boolean, whole: boolean): string {
  const way =
    whole && marked.onForge > 0
      ? `${percent(marked.whole / marked.onForge)} went through an issue, a review and CI`
      : marked.onForge > 0
        ? `${percent(marked.reviewed / marked.onForge)} was independently reviewed`
        : 'how it was reviewed is not known';
  if (!deploys) return `Of AI-marked work ${way}`;
  return `${percent(marked.deploying / marked.all)} of AI-marked work is in repositories that deploy; ${way}`;
}
