import type { MeasureId, TeamsView, View } from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';

/** The question as the API's query string, with its question mark; empty when every default holds. */
export function queryOf(view: View): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    for (const one of [value ?? []].flat()) query.append(name, one);
  }
  return query.size === 0 ? '' : `?${query}`;
}

/** Of a view only its window counts. */
export function choicesAddress({ window, from, to }: TeamsView): string {
  return (
    routes.teams +
    queryOf({
      ...(window !== undefined && { window }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })
  );
}

export function seriesAddress(measure: MeasureId, view: View): string {
  return routes.series.replace(':measure', measure) + queryOf(view);
}

/** The same question as a file: what the chart shows, in RFC 4180. */
export function seriesCsvAddress(measure: MeasureId, view: View): string {
  return routes.seriesCsv.replace(':measure', measure) + queryOf(view);
}
