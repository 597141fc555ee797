import { createContext, useContext } from 'react';

/** The page as it can be opened again with the numbers that it shows now. */
export type SharedPage = {
  /** The whole address. */
  readonly address: string;
  /** "Sat 21 Nov 2026, 03:12" */
  readonly asOf: string;
};

/** Keeps the page in view. Rejects with an Error whose text can be shown. */
export type Share = () => Promise<SharedPage>;

const Context = createContext<Share | null>(null);
export const SharingProvider = Context.Provider;

/** Null: there is nothing to share here, since the page was shared already. */
export function useShare(): Share | null {
  return useContext(Context);
}
