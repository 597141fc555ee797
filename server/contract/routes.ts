/** Every call of the HTTP API, stated once: the server mounts them, the web calls them, the tests walk them. */
export const routes = {
  status: '/api/status',
  verdict: '/api/verdict',
  impact: '/api/impact',
  guardrails: '/api/guardrails',
  definitions: '/api/definitions',
  series: '/api/series/:measure',
  teams: '/api/teams',
  lanes: '/api/flow/lanes',
  scatter: '/api/flow/scatter/:measure',
  ageing: '/api/flow/ageing',
  aiWork: '/api/flow/ai-work',
  adoption: '/api/adoption',
  adoptionFigure: '/api/adoption/:figure',
  teamMultiples: '/api/flow/teams/:measure',
  issueWay: '/api/flow/issues/way',
  issueStatuses: '/api/flow/issues/statuses',
  issueSigns: '/api/flow/issues/signs',
  delivery: '/api/flow/delivery',
  seriesCsv: '/api/series/:measure/csv',
  items: '/api/items',
  itemsCsv: '/api/items/csv',
  itemWhy: '/api/items/why',
  issues: '/api/issues',
  issuesCsv: '/api/issues/csv',
  issueWhy: '/api/issues/why',
  health: '/api/health',
  importEvents: '/api/import/events',
  openapi: '/openapi.json',
} as const;

/** Calls about who is who and who belongs where; most of them write, and need the right to. */
export const organisationRoutes = {
  teams: '/api/organisation/teams',
  team: '/api/organisation/teams/:team',
  rosterCsv: '/api/organisation/roster.csv',
  roster: '/api/organisation/roster',
  repositoryOwners: '/api/organisation/repository-owners',
  codeOwners: '/api/organisation/code-owners',
  unmatched: '/api/organisation/unmatched',
  merge: '/api/organisation/identities/merge',
  separate: '/api/organisation/identities/separate',
  changes: '/api/organisation/changes',
} as const;

/** Calls about rollouts and the days on which teams start; to write them needs the right to. */
export const rolloutRoutes = {
  rollouts: '/api/organisation/rollouts',
  rollout: '/api/organisation/rollouts/:rollout',
  draw: '/api/organisation/rollouts/:rollout/draw',
  csv: '/api/organisation/rollouts.csv',
  guess: '/api/organisation/rollout-guess',
} as const;

/** Calls about notes on the time axis; to write them needs the right to. */
export const noteRoutes = { notes: '/api/notes', note: '/api/notes/:note' } as const;

/** Calls about pages that were shared: the numbers of one moment, under an id. */
export const sharedRoutes = {
  shares: '/api/shares',
  share: '/api/shares/:id',
  file: '/api/shares/:id/file',
} as const;

/** Calls about where data come from; all but the first need the right to edit. */
export const setupRoutes = {
  setup: '/api/setup',
  check: '/api/setup/check',
  source: '/api/setup/source',
  channel: '/api/setup/channel',
  begin: '/api/setup/import',
} as const;

/** Calls about what is sent to people elsewhere; to send a test needs the right to edit. */
export const reportRoutes = { reports: '/api/reports', test: '/api/reports/test' } as const;

/** Calls of whoever keeps the program running, by the names that orchestrators and Prometheus look for. */
export const probeRoutes = { alive: '/healthz', ready: '/readyz', meters: '/metrics' } as const;

/** Where the password is asked for, where one is needed; they answer pages, and lead on to others. */
export const accessRoutes = { logIn: '/login', logOut: '/logout' } as const;
