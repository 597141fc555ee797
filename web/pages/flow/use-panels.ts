import { useLocation, useSearch } from 'wouter';

const name = 'panels';

/** What the page itself has in its address, beside the question. */
export const ownNames: readonly string[] = [name];

/** The measure that the team figure shows: in the address too, so that a link shows the same and Back undoes it. */
export function usePanels(): readonly [string | null, (measure: string) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const choose = (measure: string) => {
    const query = new URLSearchParams(search);
    query.set(name, measure);
    navigate(`${path}?${query}`);
  };
  return [new URLSearchParams(search).get(name), choose];
}
