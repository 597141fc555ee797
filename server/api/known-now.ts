import type { Known } from '../report/verdict/verdict-facts.ts';
import type { AppDeps } from './deps.ts';

/** What only the running program knows, and a verdict is told with. */
export async function knownNow(
  deps: Pick<AppDeps, 'background' | 'running' | 'failed' | 'clock'>,
): Promise<Known> {
  const { runs } = await deps.background();
  const running = deps.running();
  const isFirst = running !== null && !runs.some(({ outcome }) => outcome === 'done');
  return { now: deps.clock(), running, failed: deps.failed(), isFirst };
}
