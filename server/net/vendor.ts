import { CERTIFICATE, codeOf, NOBODY, plain } from './failed-request.ts';
import { type Limit, patience } from './patience.ts';
import { SourceError, STOPPED_EARLY } from './source-error.ts';

/** What a vendor is called in sentences, and what to do where it refuses. */
export type VendorNames = {
  vendor: string;
  /** The name of the secret, such as `CURSOR_API_KEY`. */
  secret: string;
  /** What the secret has to be allowed: "It has to be an Admin API key." */
  needs: string;
};

export type VendorRequest = {
  method: 'GET' | 'POST';
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: object;
  /** Statuses beside 200 that are answers: 404 where it means that there is none. */
  also?: readonly number[];
};

export type VendorAnswer = { status: number; headers: Readonly<Record<string, string>>; text: string };

/** Asks one vendor, one request at a time: waits for its limits as long as the run may, and repeats what may pass. */
export type Vendor = {
  /** Throws SourceError for what will not pass, and the signal's reason once that is aborted. */
  ask(request: VendorRequest): Promise<VendorAnswer>;
  usage(): { requests: number; points: null; waits: { why: string; seconds: number }[] };
};

export type VendorOutside = {
  fetch: typeof fetch;
  now: () => number;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

const TRIES = 5;

/** @param minutes that the run may wait for limits in all */
export function vendor(
  names: VendorNames,
  { fetch: send, now, wait }: VendorOutside,
  signal: AbortSignal,
  minutes: number,
): Vendor {
  const waits = patience(minutes, wait, signal);
  let requests = 0;

  async function once(request: VendorRequest): Promise<VendorAnswer | { failure: unknown }> {
    signal.throwIfAborted();
    requests += 1;
    const { method, url, headers, body } = request;
    try {
      const response = await send(url, {
        method,
        redirect: 'manual',
        headers: {
          accept: 'application/json',
          'user-agent': 'uptake',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal,
      });
      const text = await response.text();
      return { status: response.status, headers: Object.fromEntries(response.headers), text };
    } catch (failure) {
      signal.throwIfAborted();
      return { failure };
    }
  }

  return {
    async ask(request) {
      const { host } = new URL(request.url);
      for (let tries = 1; ; ) {
        const answer = await once(request);
        if ('status' in answer && isAnswer(answer, request)) {
          waits.answered();
          return answer;
        }
        const limit = 'status' in answer ? limitOf(answer, names.vendor) : null;
        if (limit !== null) {
          const tooLong = await waits.forLimit(limit, now());
          if (tooLong === null) continue;
          throw new SourceError(STOPPED_EARLY, `${tooLong}: stopped early; the next run carries on.`);
        }
        const passing =
          'failure' in answer ? !CERTIFICATE.test(codeOf(answer.failure)) : answer.status >= 500;
        if (!passing || tries === TRIES) throw errorOf(answer, names, host);
        await waits.beforeRepeating(tries, 'status' in answer ? `an answer ${answer.status}` : 'no answer');
        tries += 1;
      }
    },
    usage: () => ({ requests, points: null, waits: waits.waits() }),
  };
}

function isAnswer({ status, headers }: VendorAnswer, { also = [] }: VendorRequest): boolean {
  return also.includes(status) || (status === 200 && !isPage(headers));
}

/** A page for people stands between us and the vendor. */
function isPage(headers: VendorAnswer['headers']): boolean {
  return /\bhtml\b/.test(headers['content-type'] ?? '');
}

function limitOf({ status, headers }: VendorAnswer, name: string): Limit | null {
  const after = headers['retry-after'];
  const spent = status === 403 && headers['x-ratelimit-remaining'] === '0';
  if (status !== 429 && !spent && !(status === 503 && after !== undefined)) return null;
  const reset = spent ? headers['x-ratelimit-reset'] : undefined;
  return {
    why: `${name}'s limit`,
    seconds: after !== undefined && /^\d+$/.test(after) ? Number(after) : null,
    until: reset !== undefined && /^\d+$/.test(reset) ? Number(reset) : null,
  };
}

function errorOf(answer: VendorAnswer | { failure: unknown }, names: VendorNames, host: string): SourceError {
  if ('failure' in answer) return unreached(codeOf(answer.failure), host);
  const { status, text, headers } = answer;
  const said = plain(text);
  const says = said === '' ? '' : ` ("${said}")`;
  if (status === 401)
    return new SourceError(
      'bad-token',
      `${host} does not accept ${names.secret}${says}: wrong, expired or revoked. ${names.needs}`,
    );
  if (status === 403)
    return new SourceError(
      'forbidden',
      `${host} refuses what ${names.secret} asks for${says}. ${names.needs}`,
    );
  if (status < 500 && isPage(headers))
    return new SourceError(
      'proxy-page',
      `Instead of ${names.vendor} a web page answered at ${host}${says}: a proxy or a sign-in stands between. Let this machine reach that address, or set HTTPS_PROXY and NODE_USE_ENV_PROXY=1.`,
    );
  return new SourceError(
    'refused',
    `${host} answered ${status}${says}. ${status >= 500 ? 'The next run carries on.' : names.needs}`,
  );
}

function unreached(code: string, host: string): SourceError {
  if (CERTIFICATE.test(code))
    return new SourceError(
      'bad-certificate',
      `The certificate of ${host} is not trusted (${code}). If your company signs its own, put its certificate into a file and set NODE_EXTRA_CA_CERTS to it.`,
    );
  const why = NOBODY.test(code) || code !== '' ? code : 'the connection ended';
  return new SourceError(
    'no-answer',
    `${host} could not be reached (${why}). Check this machine's network; the next run carries on.`,
  );
}
