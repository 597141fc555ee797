import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  EditedNoteAnswer,
  NotesAnswer,
  NumberedNote,
  View,
  WrittenNote,
} from '../../server/contract/index.ts';
import { noteRoutes } from '../../server/contract/routes.ts';
import { queryOf } from './address.ts';
import { read, write } from './client.ts';

/** What happened on the time axis in the weeks of a question; the same for every figure of a page. */
export function useNotes(view: View) {
  const { repo, team, window, from, to } = view;
  const asked = Object.entries({ repo, team, window, from, to }).filter(([, value]) => value !== undefined);
  const address = noteRoutes.notes + queryOf(Object.fromEntries(asked));
  return useQuery({
    queryKey: ['notes', address],
    queryFn: ({ signal }) => read<NotesAnswer>(address, signal),
    placeholderData: keepPreviousData,
  });
}

const none: readonly NumberedNote[] = [];

/** The notes that figures draw: none until they are known, or where they cannot be. */
export function useDrawnNotes(view: View): readonly NumberedNote[] {
  return useNotes(view).data?.data.notes ?? none;
}

const nobody: NonNullable<NotesAnswer['data']['teamStarts']> = [];

/** When each team starts, for charts of single teams. */
export function useTeamStarts(view: View): NonNullable<NotesAnswer['data']['teamStarts']> {
  return useNotes(view).data?.data.teamStarts ?? nobody;
}

/** Writing notes; whatever was written is on every axis at once. */
export function useNoteEdits() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['notes'] });
  const at = (id: number) => noteRoutes.note.replace(':note', String(id));
  const save = useMutation({
    mutationFn: ({ id, note }: { id: number | null; note: WrittenNote }) =>
      id === null
        ? write<EditedNoteAnswer>('POST', noteRoutes.notes, note)
        : write<EditedNoteAnswer>('PUT', at(id), note),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (id: number) => write<EditedNoteAnswer>('DELETE', at(id)),
    onSuccess,
  });
  return { save: save.mutateAsync, remove: remove.mutateAsync };
}

/** All that a board of the notes of a question shows and does; null until it is known, or where it cannot be. */
export function useNoteBoard(view: View) {
  const { data } = useNotes(view);
  const { save, remove } = useNoteEdits();
  if (data === undefined) return null;
  return {
    ...data.data,
    save: (id: number | null, { until, team, ...note }: WrittenNote) =>
      save({ id, note: { ...note, ...(until && { until }), ...(team && { team }) } }),
    remove,
  };
}
