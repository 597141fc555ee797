import { createReadStream, existsSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Definition } from '../../server/contract/definition.ts';
import type {
  AgeingAnswer,
  ChoicesAnswer,
  DefinitionsAnswer,
  GuardrailsAnswer,
  HealthAnswer,
  IssueSigns,
  LanesAnswer,
  MeasureId,
  NotesAnswer,
  ResolvedView,
  ScatterAnswer,
  SeriesAnswer,
  StatusAnswer,
  TeamMultiplesAnswer,
  VerdictAnswer,
} from '../../server/contract/index.ts';
import { usualView, viewDefaults } from '../../server/contract/view.ts';
import { choicesAnswer, seriesAnswer, statusAnswer } from './answers.ts';
import { madeUpDelivery } from './delivery-answers.ts';
import { ageingAnswer, lanesAnswer, scatterAnswer, teamMultiplesAnswer } from './flow-answers.ts';
import { definitionsAnswer, healthAnswer } from './health-answers.ts';
import { issueAnswer } from './issue-answers.ts';
import { notesAnswer } from './note-answers.ts';
import { verdictAnswerAt } from './verdict-answers.ts';

export type Refusal = { readonly status: number; readonly body: string };

/** What the pages are answered. A test may change any part of it while the page is open. */
export type Scene = {
  status: () => StatusAnswer | Refusal;
  choices: () => ChoicesAnswer | Refusal;
  notes: () => NotesAnswer | Refusal;
  health: () => HealthAnswer | Refusal;
  definitions: () => DefinitionsAnswer | Refusal;
  guardrails: () => GuardrailsAnswer | Refusal;
  verdict: () => VerdictAnswer | Refusal;
  series: (measure: MeasureId, asked: ResolvedView) => SeriesAnswer | Refusal;
  lanes: (asked: ResolvedView) => LanesAnswer | Refusal;
  scatter: (measure: MeasureId, asked: ResolvedView) => ScatterAnswer | Refusal;
  ageing: (asked: ResolvedView) => AgeingAnswer | Refusal;
  teamMultiples: (measure: MeasureId, asked: ResolvedView) => TeamMultiplesAnswer | Refusal;
  /** What differs from the usual signs of issues. */
  issueSigns: Partial<IssueSigns>;
  /** Answers about the status wait for this. */
  statusAfter: Promise<void>;
  /** Answers about series wait for this. */
  seriesAfter: Promise<void>;
};

export type WebServer = {
  readonly address: string;
  readonly scene: Scene;
  /** Paths with their query, in the order in which they were asked. */
  readonly asked: readonly string[];
  close(): Promise<void>;
};

const built = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** As strict as the real server's: what the pages need beyond it would break them there. */
const policy =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export function usualScene(): Scene {
  return {
    status: () => statusAnswer(),
    choices: () => choicesAnswer(),
    notes: () => notesAnswer(),
    health: () => healthAnswer(),
    definitions: () => definitionsAnswer(),
    guardrails: () => refusal(404, 'no-such-path', 'There is nothing at this address.'),
    verdict: () => verdictAnswerAt('faster-compared'),
    series: seriesAnswer,
    lanes: lanesAnswer,
    scatter: scatterAnswer,
    ageing: ageingAnswer,
    teamMultiples: teamMultiplesAnswer,
    issueSigns: {},
    statusAfter: Promise.resolve(),
    seriesAfter: Promise.resolve(),
  };
}

const nothingShared = { ...statusAnswer(), asked: {}, data: { mayEdit: true, pages: [], more: 0 } };

/** The built pages with made-up answers on a port of this machine. */
export async function serveScene(change: Partial<Scene> = {}): Promise<WebServer> {
  const scene = { ...usualScene(), ...change };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(url.pathname + url.search);
    response.setHeader('content-security-policy', policy);
    void answer(scene, url, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    scene,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(scene: Scene, url: URL, response: ServerResponse): Promise<void> {
  if (url.pathname === '/api/status') {
    await scene.statusAfter;
    return send(response, scene.status());
  }
  if (url.pathname === '/api/import/events') return sendEvents(response, scene);
  if (url.pathname === '/api/health') return send(response, scene.health());
  if (url.pathname === '/api/definitions') return send(response, scene.definitions());
  if (url.pathname === '/api/verdict') return send(response, scene.verdict());
  if (url.pathname === '/api/guardrails') return send(response, scene.guardrails());
  if (url.pathname === '/api/teams') return send(response, scene.choices());
  if (url.pathname === '/api/notes') return send(response, scene.notes());
  if (url.pathname === '/api/shares') return send(response, nothingShared);
  const [, name, csv] = /^\/api\/series\/([^/]+)(\/csv)?$/.exec(url.pathname) ?? [];
  const measure = Definition.properties.id.enum.find((id) => id === name);
  if (measure !== undefined) {
    const view = resolved(url.searchParams);
    await scene.seriesAfter;
    const series = scene.series(measure, view);
    return csv === undefined || !('data' in series) ? send(response, series) : sendCsv(response, series);
  }
  const flow = flowAnswer(scene, url);
  if (flow !== null) {
    await scene.seriesAfter;
    return send(response, await flow());
  }
  if (url.pathname.startsWith('/api/')) {
    return send(response, refusal(404, 'no-such-path', 'There is nothing at this address.'));
  }
  sendFile(response, url.pathname);
}

/** What the flow page's own figures are answered; null: it was asked for something else. */
function flowAnswer(
  scene: Scene,
  { pathname, searchParams }: URL,
): (() => object | Refusal | Promise<object>) | null {
  const [, kind, name] = /^\/api\/flow\/(\w+)(?:\/([\w-]+))?$/.exec(pathname) ?? [];
  const measure = Definition.properties.id.enum.find((id) => id === name) ?? 'time-to-merge';
  const asked = { ...resolved(searchParams), since: searchParams.get('since') };
  if (kind === 'lanes') return () => scene.lanes(asked);
  if (kind === 'ageing') return () => scene.ageing(asked);
  if (kind === 'issues') return () => issueAnswer(name ?? '', asked, scene.issueSigns);
  if (kind === 'delivery') return () => madeUpDelivery(asked);
  if (kind === 'scatter') return () => scene.scatter(measure, asked);
  return kind === 'teams' ? () => scene.teamMultiples(measure, asked) : null;
}

/** Tells what the scene's status says of a running import, whenever that is another thing than before. */
function sendEvents(response: ServerResponse, scene: Scene): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  let last = '';
  const look = setInterval(() => {
    const status = scene.status();
    if (!('data' in status)) return response.destroy();
    const { generation, data } = status;
    const event = JSON.stringify({ running: data.running, generation });
    if (event !== last) response.write(`event: import\ndata: ${event}\n\n`);
    last = event;
  }, 50);
  response.on('close', () => clearInterval(look));
}

export function refusal(status: number, code: string, message: string): Refusal {
  return { status, body: JSON.stringify({ error: { code, message } }) };
}

function resolved(query: URLSearchParams): ResolvedView {
  const pick = <Value extends string>(values: readonly Value[], name: string, otherwise: Value) =>
    values.find((value) => value === query.get(name)) ?? otherwise;
  return {
    ...usualView,
    repo: query.get('repo'),
    team: query.getAll('team'),
    window: pick(['12w', '26w', '52w', '104w', 'all'], 'window', viewDefaults.window),
    stat: pick(['p50', 'p75', 'p85'], 'stat', viewDefaults.stat),
    by: 'merge',
  };
}

function send(response: ServerResponse, answer: object | Refusal): void {
  const refused = 'status' in answer && 'body' in answer;
  response.statusCode = refused ? Number(answer.status) : 200;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(refused ? answer.body : JSON.stringify(answer));
}

function sendCsv(response: ServerResponse, { data }: SeriesAnswer): void {
  const lines = data.points.map(({ week, state, value, n, of }) =>
    [week, state, value ?? '', n, of].join(','),
  );
  response.setHeader('content-type', 'text/csv; charset=utf-8');
  response.end(['week,state,value,n,of', ...lines, ''].join('\r\n'));
}

function sendFile(response: ServerResponse, path: string): void {
  const wanted = join(built, normalize(path));
  const file = extname(wanted) !== '' && existsSync(wanted) ? wanted : join(built, 'index.html');
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
}
