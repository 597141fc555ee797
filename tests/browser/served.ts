import { serveScene } from '../support/web-server.ts';

/** Every page that there is; each must show figures and keep the figure contract. */
export const pagesWithFigures = ['/flow'] as const;

export type Served = { readonly address: string; close(): Promise<void> };

/** The one place from which the browser tests take the program that they look at. */
export async function served(): Promise<Served> {
  return serveScene();
}
