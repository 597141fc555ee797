import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** A script or an answer as the browser got it. */
export type Transferred = {
  readonly path: string;
  readonly kind: 'script' | 'answer';
  /** Bytes of its body on the wire, as the server compressed it. */
  readonly sent: number;
  /** Bytes of its body in gzip, whatever the browser and the server agreed on. */
  readonly gzip: number;
  /** It carries the chart library. */
  readonly draws: boolean;
};

/** Notes what is transferred from now on; what it returns ends that and gives all that had come, or begun to. */
export function noteTransfers(page: Page): () => Promise<Transferred[]> {
  const noted: Promise<Transferred | null>[] = [];
  const note = (response: Response) => void noted.push(transferred(response));
  page.on('response', note);
  return async () => {
    page.off('response', note);
    return (await Promise.all(noted)).filter((one) => one !== null);
  };
}

async function transferred(response: Response): Promise<Transferred | null> {
  const { pathname, search } = new URL(response.url());
  const kind = kindOf(response, pathname);
  if (kind === null || (response.headers()['content-type'] ?? '').startsWith('text/event-stream'))
    return null;
  const [body, { responseBodySize }] = await Promise.all([response.body(), response.request().sizes()]);
  return {
    path: pathname + search,
    kind,
    sent: responseBodySize,
    gzip: gzipSync(body).length,
    draws: kind === 'script' && body.includes('recharts-'),
  };
}

function kindOf(response: Response, pathname: string): Transferred['kind'] | null {
  if (response.request().resourceType() === 'script') return 'script';
  return pathname.startsWith('/api/') ? 'answer' : null;
}

export function kilobytes(all: readonly Transferred[], size: 'sent' | 'gzip'): number {
  return all.reduce((sum, one) => sum + one[size], 0) / 1024;
}
