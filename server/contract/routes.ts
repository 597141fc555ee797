/** Every call of the HTTP API, stated once: the server mounts them, the web calls them, the tests walk them. */
export const routes = {
  status: '/api/status',
  definitions: '/api/definitions',
  series: '/api/series/:measure',
  seriesCsv: '/api/series/:measure/csv',
  openapi: '/openapi.json',
} as const;
