import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ImportEvent, StatusAnswer } from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { listen } from './client.ts';
import { useInSight } from './in-sight.ts';

/**
 * While an import runs, takes what the server tells of it into the status as it stands, and asks for the status anew when the data
 * have changed or the import has ended. A page that nobody looks at does not listen: a browser has few connections.
 * @param heard is told whether events come
 */
export function useImportEvents(running: boolean, heard: (yes: boolean) => void): void {
  const client = useQueryClient();
  const inSight = useInSight();
  const listening = running && inSight;
  useEffect(() => {
    if (!listening) return;
    const take = (event: ImportEvent) => {
      const before = client.getQueryData<StatusAnswer>(['status']);
      heard(true);
      if (before === undefined) return;
      if (event.running === null || event.generation !== before.generation) {
        void client.invalidateQueries({ queryKey: ['status'] });
      }
      if (event.running === null) return;
      client.setQueryData<StatusAnswer>(['status'], {
        ...before,
        data: { ...before.data, running: event.running },
      });
    };
    const stop = listen<ImportEvent>(routes.importEvents, 'import', take, () => heard(false));
    return () => {
      stop();
      heard(false);
    };
  }, [listening, client, heard]);
}
