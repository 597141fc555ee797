import { useEffect, useLayoutEffect } from 'react';

const product = 'Uptake';

/**
 * Names the page in the browser's tab, in its history and in a bookmark by what it found: "Half of pull requests merged
 * within 34 hours · Flow · Uptake". Until the finding is known (null), by the page's name alone.
 */
export function usePageTitle(name: string, finding: string | null = null): void {
  useEffect(() => {
    document.title = finding === null ? `${name} · ${product}` : `${finding} · ${name} · ${product}`;
  }, [name, finding]);
}

/** The name of the page that is opened, whatever becomes of it; before the page itself says what it found. */
export function useUsualTitle(name: string | undefined): void {
  useLayoutEffect(() => {
    document.title = name === undefined ? product : `${name} · ${product}`;
  }, [name]);
}
