import { lazy, Suspense } from 'react';
import type { Choices, View } from '../../../server/contract/index.ts';
import { useNoteBoard } from '../../api/notes.ts';

/** It stands below all figures. */
const NoteBoard = lazy(async () => ({ default: (await import('../../ui/note-board.tsx')).NoteBoard }));

/** What is noted on the axis that all figures of the page share. */
export function FlowNotes({ view, teams }: { view: View; teams: Choices['teams'] }) {
  const board = useNoteBoard(view);
  if (board === null) return null;
  return (
    <Suspense fallback={null}>
      <NoteBoard {...board} teams={teams} />
    </Suspense>
  );
}
