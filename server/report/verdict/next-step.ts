import type { Said } from '../../contract/impact.ts';
import type { RolloutVerdict } from '../../contract/verdict.ts';
import type { Known } from './verdict-facts.ts';

type Next = RolloutVerdict['next'];

const NEXT: Record<Said['row'], Next> = {
  'no-data': next('Connect your repositories.', '/setup', 'Setup'),
  stale: next(
    'Import again: npm run uptake -- ingest. A clone has to be fetched first.',
    '/data',
    'Data health',
  ),
  'no-start': next('State the rollout: which team started when.', '/settings', 'Settings'),
  'not-started': next(
    'Draw the order of the teams by lot: it costs nothing, and is the strongest evidence there is.',
    '/settings',
    'Settings',
  ),
  'no-before': next(
    'Import further back, so that there is something to compare with.',
    '/data',
    'Data health',
  ),
  'too-early': next('See meanwhile whether people are using it.', '/adoption', 'Adoption'),
  'too-few': next('See meanwhile where work waits.', '/flow', 'Flow'),
  'paths-differed': next('Look at the weeks before the starts, team by team.', '/impact', 'Impact'),
  'methods-disagree': next('Look at both estimates and at what they rest on.', '/impact', 'Impact'),
  faded: next('See whether use has fallen back as well, and in which weeks.', '/adoption', 'Adoption'),
  slower: next('See in which phase work waits longer, and what changed there.', '/flow', 'Flow'),
  'faster-compared': next('See which teams it rests on before you share this.', '/impact', 'Impact'),
  faster: next(
    'Let the next team start later than the others: then there is something to compare with.',
    '/settings',
    'Settings',
  ),
  'more-not-faster': next('See where each piece waits, now that there is more of them.', '/flow', 'Flow'),
  'faster-others-too': next('Find out what changed for everyone at that time.', '/impact', 'Impact'),
  'no-meaningful-change': next(
    'See whether people use it at all, and in busy weeks.',
    '/adoption',
    'Adoption',
  ),
  'no-detectable-change': next(
    'See whether people use it at all, and in busy weeks.',
    '/adoption',
    'Adoption',
  ),
  'not-enough': next('Add teams, or draw the order of those to come by lot.', '/settings', 'Settings'),
};

/** The one thing to do next: of a gain that has its cost, to look at the cost. */
export function nextStep({ row, cost }: Said, { running, failed }: Pick<Known, 'running' | 'failed'>): Next {
  if (row === 'no-data' && running !== null) return next('Watch the import.', '/data', 'Data health');
  if (row === 'stale' && failed !== null)
    return next('Find out why the import failed, and import again.', '/data', 'Data health');
  const hasCost = cost?.startsWith('Watch') === true;
  const isGain = row === 'faster-compared' || row === 'faster' || row === 'more-not-faster';
  if (hasCost && isGain)
    return next('Look at what it cost, and agree on a limit.', '/guardrails', 'Guardrails');
  return NEXT[row];
}

function next(sentence: string, page: string, link: string): Next {
  return { sentence, page, link };
}
