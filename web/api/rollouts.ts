import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ChangesAnswer,
  DrawnOrder,
  EditedAnswer,
  RolloutGuessAnswer,
  RolloutsAnswer,
  WrittenRollout,
} from '../../server/contract/index.ts';
import { organisationRoutes, rolloutRoutes } from '../../server/contract/routes.ts';
import { read, write } from './client.ts';

/** Where all of them are to be had as a file. */
export const rolloutsFile = rolloutRoutes.csv;

/** What is rolled out to whom, and when. */
export function useRollouts() {
  return useQuery({
    queryKey: ['rollouts'],
    queryFn: ({ signal }) => read<RolloutsAnswer>(rolloutRoutes.rollouts, signal),
    // Another page, or another window, may have changed them since.
    staleTime: 0,
  });
}

/** Asked for when somebody wants to see it. */
export function useRolloutGuess(wanted: boolean) {
  return useQuery({
    queryKey: ['rollout guess'],
    queryFn: ({ signal }) => read<RolloutGuessAnswer>(rolloutRoutes.guess, signal),
    enabled: wanted,
  });
}

const NEWEST = 200;

/** The last edits of rollouts; for those who may edit. */
export function useRolloutHistory(wanted: boolean) {
  return useQuery({
    queryKey: ['rollouts', 'history'],
    queryFn: async ({ signal }) => {
      const answer = await read<ChangesAnswer>(`${organisationRoutes.changes}?limit=${NEWEST}`, signal);
      return answer.data.changes.filter(({ kind }) => kind === 'rollout' || kind === 'rollout-removed');
    },
    enabled: wanted,
    staleTime: 0,
  });
}

/** Writing rollouts. Every page is about them, so that all of it is asked again; resolves to what the edit came to, in a sentence. */
export function useRolloutEdits() {
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationFn: async (edit: () => Promise<EditedAnswer>) => {
      const { data } = await edit();
      return [data.summary, ...data.notes].join(' ');
    },
    onSuccess: () => client.invalidateQueries(),
  });
  const at = (id: string) => rolloutRoutes.rollout.replace(':rollout', encodeURIComponent(id));
  return {
    save: (id: string | null, rollout: WrittenRollout) =>
      mutateAsync(() =>
        id === null
          ? write<EditedAnswer>('POST', rolloutRoutes.rollouts, rollout)
          : write<EditedAnswer>('PUT', at(id), rollout),
      ),
    remove: (id: string) => mutateAsync(() => write<EditedAnswer>('DELETE', at(id))),
    draw: (id: string, order: DrawnOrder) =>
      mutateAsync(() => write<EditedAnswer>('POST', `${at(id)}/draw`, order)),
    takeFile: (csv: string) => mutateAsync(() => write<EditedAnswer>('PUT', rolloutRoutes.csv, csv)),
  };
}

export type RolloutEdits = ReturnType<typeof useRolloutEdits>;
