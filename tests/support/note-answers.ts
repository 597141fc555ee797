import type { Notes, NotesAnswer } from '../../server/contract/index.ts';

/** What the pages are told of notes: none, unless a test says otherwise. */
export function notesAnswer(change: Partial<Notes> = {}, generation = 4): NotesAnswer {
  return {
    asked: { repo: null, team: [], window: '52w', from: null, to: null },
    dataUntil: '2026-11-21T03:12:00Z',
    generation,
    demo: false,
    warnings: [],
    data: { notes: [], ahead: [], elsewhere: 0, mayEdit: false, ...change },
  };
}
