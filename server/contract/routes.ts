/** Every call of the HTTP API, stated once: the server mounts them, the web calls them, the tests walk them. */
export const routes = {
  status: '/api/status',
  definitions: '/api/definitions',
  series: '/api/series/:measure',
  teams: '/api/teams',
  seriesCsv: '/api/series/:measure/csv',
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
