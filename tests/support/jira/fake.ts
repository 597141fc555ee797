import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { addressed, GATEWAY } from './address.ts';
import { type Answer, html, json, plainRefusal } from './answer.ts';
import { Credentials, type FakeSecrets } from './credentials.ts';
import { faultAnswer, spoiled } from './fault-answer.ts';
import { type Fault, type Faults, faultFor, noFaults } from './faults.ts';
import { Finder } from './found-issues.ts';
import { PageTokens } from './page-token.ts';
import { RateLimit } from './rate-limit.ts';
import { type Body, sentIn } from './request.ts';
import type { Routed } from './routes.ts';
import type { FakeSite } from './site.ts';
import { Tally } from './tally.ts';

export type FakeJiraOptions = {
  site: FakeSite;
  secrets?: FakeSecrets;
  /** Where on its host a Data Center lives, such as `/jira`. */
  contextPath?: string;
};

export const goodSecrets: FakeSecrets = { email: 'reader@example.com', token: 'good-token' };

/** Starts Jira on a free port of 127.0.0.1. */
export async function startFakeJira(options: FakeJiraOptions): Promise<FakeJira> {
  const fake = new FakeJira(options);
  await fake.listen();
  return fake;
}

/** Jira as a client meets it: a real socket, and a site that a test holds in its hands. */
export class FakeJira {
  readonly site: FakeSite;
  readonly faults: Faults = noFaults();
  readonly requests = new Tally();
  readonly limit: RateLimit;
  readonly credentials: Credentials;
  readonly #contextPath: string;
  readonly #server: Server;
  readonly #finder: Finder;
  readonly #tokens: PageTokens;
  #port = 0;

  constructor({ site, secrets = { ...goodSecrets }, contextPath = '' }: FakeJiraOptions) {
    this.site = site;
    this.#contextPath = contextPath;
    this.credentials = new Credentials(secrets, site.deployment);
    this.limit = new RateLimit(site.deployment, () => site.now());
    this.#finder = new Finder(site);
    this.#tokens = new PageTokens(() => site.now());
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(`The fake Jira failed: ${error instanceof Error ? error.stack : error}`);
      });
    });
    // A connection that is idle for a while is no fault that anybody asked for.
    this.#server.keepAliveTimeout = 120_000;
  }

  /** What JIRA_URL has to be. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.#contextPath}`;
  }

  /** What it has to be for a token with scopes, on Cloud. */
  get gatewayUrl(): string {
    return `${this.url}${GATEWAY}`;
  }

  /** Begins to answer; after `close` once more, at the same address. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (isSocketAddress(address)) this.#port = address.port;
  }

  /** From now on connections are refused. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { body, refused } = await sentIn(request);
    this.requests.total += 1;
    const n = this.requests.total;
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const { deployment } = this.site;
    const { gateway, ...where } = addressed(request.method ?? '', pathname, {
      deployment,
      contextPath: this.#contextPath,
    });
    const heard = { n, call: where.call, body };
    const fault = faultFor(heard, this.faults);
    const log = (status: number): void =>
      this.requests.note({ ...heard, status, fault: fault?.kind ?? null });
    if (fault?.kind === 'reset') {
      log(0);
      request.socket.destroy();
      return;
    }
    const whole =
      fault === null ? null : faultAnswer(fault, { deployment, base: this.url, now: this.site.now() });
    const { authorization } = request.headers;
    const asked = { where, body, searchParams, refused };
    const revoked = this.faults.revokedFrom !== null && n >= this.faults.revokedFrom;
    const answer = whole ?? this.#answer({ ...asked, pathname, authorization, gateway, revoked, fault });
    if (fault?.kind === 'slow') await delay(fault.ms);
    log(answer.status);
    this.#send(response, spoiled(answer, fault, this.faults, where.call), fault);
  }

  #answer(asked: Asked): Answer {
    const { where, body, searchParams, pathname, authorization, gateway, revoked, refused, fault } = asked;
    const { site, faults } = this;
    const limited = this.limit.spend();
    if (limited !== null) return limited;
    const asker = this.credentials.asker(authorization, this.url, { gateway, revoked });
    if ('refused' in asker) return asker.refused;
    if (gateway && faults.unscoped.includes(where.call))
      return json(401, { code: 401, message: 'Unauthorized; scope does not match' });
    if (where.route === null)
      return pathname.includes('/rest/')
        ? plainRefusal(404, `null for uri: ${this.url}${pathname}`, asker.headers)
        : html(404, 'Oops, you’ve found a dead link.', asker.headers);
    if (refused !== null) return refused;
    const answer = where.route.answer({
      ...{ site, faults, fault, body, finder: this.#finder, tokens: this.#tokens },
      anonymous: asker.anonymous,
      base: this.url,
      named: where.named,
      search: searchParams,
    });
    return { ...answer, headers: { ...asker.headers, ...answer.headers } };
  }

  #send(response: ServerResponse, answer: Answer, fault: Fault | null): void {
    const body = Buffer.from(answer.body);
    response.sendDate = false;
    response.writeHead(answer.status, {
      date: new Date(this.site.now() + this.faults.clockOff).toUTCString(),
      'content-length': body.length,
      'x-arequestid': `fake-${this.requests.total}`,
      ...this.limit.headers(),
      ...answer.headers,
    });
    if (fault?.kind !== 'cut') {
      response.end(body);
      return;
    }
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
  }
}

type Asked = {
  where: Routed;
  body: Body;
  /** Why the body was not read. */
  refused: Answer | null;
  searchParams: URLSearchParams;
  pathname: string;
  authorization: string | undefined;
  gateway: boolean;
  revoked: boolean;
  fault: Fault | null;
};

function isSocketAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
