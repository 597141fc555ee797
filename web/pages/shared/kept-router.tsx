import { createContext, type ReactNode, useContext } from 'react';
import { Router } from 'wouter';
import { navigate, useBrowserLocation, useSearch } from 'wouter/use-browser-location';
import { isKept, keptAddress, type SharedPlace, today } from './places.ts';

type KeptRouterProps = { shared: SharedPlace; children: ReactNode };

const Place = createContext<SharedPlace | null>(null);

/**
 * Pages below see their question alone and know nothing of the moment it is of. Whatever leads elsewhere, another filter or
 * another page, leads to the numbers of today: nothing else was kept.
 */
export function KeptRouter({ shared, children }: KeptRouterProps) {
  return (
    <Place.Provider value={shared}>
      <Router hook={useKeptLocation} searchHook={useKeptSearch}>
        {children}
      </Router>
    </Place.Provider>
  );
}

function useKeptLocation(): [string, typeof navigate] {
  const shared = useContext(Place);
  const [path] = useBrowserLocation();
  const go: typeof navigate = (to, options) => {
    const { pathname, search, hash } = new URL(to, location.href);
    const kept = shared !== null && isKept(shared, pathname, search);
    navigate(kept ? keptAddress(shared, search) + hash : to, options);
  };
  return [path, go];
}

function useKeptSearch(): string {
  return today(useSearch());
}
