import { createContext, useContext } from 'react';

/** The moment whose numbers a shared page shows. */
export type AsOf = {
  /** "As of Sat 21 Nov 2026, 03:12, shared on 24 Nov 2026." */
  readonly line: string;
  /** Where a file was kept, by the address at which the server gives that of today; null: it was not. */
  readonly fileOf: (csvAddress: string) => string | null;
};

const Context = createContext<AsOf | null>(null);
export const AsOfProvider = Context.Provider;

/** Null: the page shows the numbers of today. */
export function useAsOf(): AsOf | null {
  return useContext(Context);
}
