import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DAY, type Instant } from '../../model/instant.ts';
import type { Reading } from '../../model/rows.ts';
import type { UsageStep } from '../../model/tool-usage.ts';
import { SourceError } from '../../net/source-error.ts';
import type { UsageCsvConfig } from './config.ts';
import { usageLines } from './lines.ts';

/** Rows that are written at once. */
const BATCH = 5000;

/**
 * A file of usage. Its rows are added to what other files of the same name told before; a day, tool and person told again is replaced.
 * Throws SourceError when it cannot be read or has a faulty line: then nothing of it is taken.
 */
export async function openUsageCsv({ path, host }: UsageCsvConfig, now: Instant): Promise<Reading> {
  const days = usageLines(await textOf(path), path, host ?? 'github.com');
  const name = basename(path);
  const last = days.reduce((latest, { day }) => (day > latest ? day : latest), '');
  async function* steps(): AsyncGenerator<UsageStep> {
    const order = days.toSorted((one, other) => one.day.localeCompare(other.day));
    for (let at = 0; at < order.length; at += BATCH) {
      yield { days: order.slice(at, at + BATCH), replaces: null, cursor: '' };
    }
    const limits = days.length === 0 ? [`${name} has no rows.`] : [];
    const until = last === '' ? now : Math.min(now, Date.parse(`${last}T00:00:00Z`) + DAY);
    yield { end: { coveredUntil: until, limits } };
  }
  async function* walk(): Reading['steps'] {
    yield { usage: { account: { id: `usage:${name}`, name }, steps: steps() } };
  }
  return { steps: walk(), usage: () => ({ requests: 0, points: null, waits: [] }) };
}

async function textOf(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const isText = cause instanceof TypeError;
    throw new SourceError(
      'unreadable-usage',
      isText
        ? `${path} is not UTF-8. Save it as CSV in UTF-8 and import it again.`
        : `${path} cannot be read. Check that the file exists and that this account may read it.`,
      { cause },
    );
  }
}
