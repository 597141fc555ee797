import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, message } from './answer.ts';
import { Credentials, type FakeApp } from './credentials.ts';
import { faultAnswer } from './fault-answer.ts';
import { type Fault, type Faults, faultFor, type Heard, noFaults } from './faults.ts';
import { Forge } from './forge.ts';
import { answerQuestion, type Question, questionIn } from './graphql-endpoint.ts';
import type { FakeOrganisation } from './organisation.ts';
import { RateLimit } from './rate-limit.ts';
import { answerRest } from './rest-endpoint.ts';
import { Tally } from './tally.ts';

export type FakeGithubOptions = {
  organisations: FakeOrganisation[];
  token?: string;
  app?: FakeApp;
  /** Milliseconds since 1970, for `Date`, budgets and tokens. */
  now?: () => number;
};

/** Starts GitHub on a free port of 127.0.0.1. */
export async function startFakeGithub(options: FakeGithubOptions): Promise<FakeGithub> {
  const fake = new FakeGithub(options);
  await fake.listen();
  return fake;
}

/**
 * GitHub as a client meets it: a real socket, the published schema, and a world that a test holds in its hands. Answers in
 * both layouts, GitHub Enterprise Server's (`url`) and github.com's (`dotcomUrl`).
 */
export class FakeGithub {
  readonly organisations: FakeOrganisation[];
  readonly faults: Faults = noFaults();
  readonly tally = new Tally();
  readonly limits: { graphql: RateLimit; core: RateLimit };
  readonly credentials: Credentials;
  /** The login that the personal token belongs to. */
  viewer = 'ada';
  readonly now: () => number;
  readonly #server: Server;
  #port = 0;

  constructor({ organisations, token = 'good-token', app, now = Date.now }: FakeGithubOptions) {
    this.organisations = organisations;
    this.now = now;
    this.credentials = new Credentials(token, app ?? null, now);
    this.limits = { graphql: new RateLimit('graphql', now), core: new RateLimit('core', now) };
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(`The fake GitHub failed: ${error instanceof Error ? error.stack : error}`);
      });
    });
    // A connection that is idle for a while is no fault that anybody asked for.
    this.#server.keepAliveTimeout = 120_000;
  }

  /** What GITHUB_API_URL has to be. */
  get url(): string {
    return `${this.dotcomUrl}/api/v3`;
  }

  get dotcomUrl(): string {
    return `http://127.0.0.1:${this.#port}`;
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
    const body = await textOf(request);
    this.tally.requests += 1;
    const n = this.tally.requests;
    const { pathname, searchParams } = new URL(request.url ?? '/', this.dotcomUrl);
    const isGraphql = request.method === 'POST' && (pathname === '/api/graphql' || pathname === '/graphql');
    const path = pathname.replace(/^\/api\/v3/, '').replace(/(.)\/$/, '$1') || '/';
    const question = isGraphql ? questionIn(body) : null;
    const heard = heardOf(n, `${request.method} ${path}`, question, body);
    this.#lose(n);
    const fault = faultFor(heard, this.faults);
    const variables = heard.variables;
    const log = (status: number): void =>
      this.tally.note(
        {
          n,
          operation: heard.operation,
          variables,
          pageSize: heard.pageSize,
          status,
          fault: fault?.kind ?? null,
        },
        heard.kind,
      );
    if (fault?.kind === 'reset') {
      log(0);
      request.socket.destroy();
      return;
    }
    if (fault?.kind === 'primary-limit') this.limits[isGraphql ? 'graphql' : 'core'].exhaust();
    if (fault?.kind === 'server-error' && question?.price) this.#punish(question.price.points);
    const whole = fault === null ? null : faultAnswer(fault, heard.kind);
    const forge = new Forge(this.organisations, this.faults);
    const { authorization } = request.headers;
    const answer =
      whole ??
      (question === null
        ? answerRest({
            method: request.method ?? '',
            path,
            search: searchParams,
            authorization,
            forge,
            credentials: this.credentials,
            viewer: this.viewer,
            limits: this.limits,
            base: pathname.startsWith('/api/v3') ? this.url : this.dotcomUrl,
          })
        : this.#answerGraphql(question, authorization, forge, fault));
    if (fault?.kind === 'slow') await delay(fault.ms);
    log(answer.status);
    this.#send(response, answer, { heard, fault, holder: this.credentials.holder(authorization) });
  }

  #answerGraphql(
    question: Question,
    authorization: string | undefined,
    forge: Forge,
    fault: Fault | null,
  ): Answer {
    if (this.credentials.holder(authorization) === null) return message(401, 'Bad credentials');
    const spent = (points: number): void => {
      this.tally.points += points;
    };
    return answerQuestion({ question, forge, viewer: this.viewer, limit: this.limits.graphql, fault, spent });
  }

  /** A query that times out is charged for all the same. */
  #punish(points: number): void {
    if (this.limits.graphql.spend(points)) this.tally.points += points;
  }

  /** Repositories whose time has come are lost. */
  #lose(n: number): void {
    for (const { repository, from, state } of this.faults.losses) {
      const [owner = '', name = ''] = repository.split('/');
      const found =
        n >= from ? new Forge(this.organisations, this.faults).repositoryNamed(owner, name) : null;
      if (found !== null) found.state = state;
    }
  }

  #send(response: ServerResponse, answer: Answer, { heard, fault, holder }: Sending): void {
    const body = Buffer.from(answer.body);
    response.sendDate = false;
    response.writeHead(answer.status, {
      date: new Date(this.now() + this.faults.clockOff).toUTCString(),
      'content-length': body.length,
      'x-github-request-id': `FAKE:${heard.n}`,
      // An app has permissions instead.
      ...(holder === 'person' ? { 'x-oauth-scopes': this.faults.scopes.join(', ') } : {}),
      ...this.limits[heard.kind === 'graphql' ? 'graphql' : 'core'].headers(),
      ...answer.headers,
    });
    if (fault?.kind !== 'cut') {
      response.end(body);
      return;
    }
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
  }
}

type Sending = { heard: Heard; fault: Fault | null; holder: 'person' | 'installation' | null };

function heardOf(n: number, rest: string, question: Question | null, body: string): Heard {
  if (question === null)
    return { n, operation: rest, kind: 'rest', pageSize: 0, ofPullRequests: false, variables: {}, body };
  const { operation, variables, price } = question;
  const { pageSize, ofPullRequests } = price ?? { pageSize: 0, ofPullRequests: false };
  return { n, operation, kind: 'graphql', pageSize, ofPullRequests, variables, body };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

function isSocketAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
