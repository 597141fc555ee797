import type { OrganisationEdit, OrganisationState } from '../model/organisation.ts';

/** What an edit comes to: null when all is so already; `notes` are sentences for whoever made it. */
export type Decided = { edit: OrganisationEdit | null; notes: readonly string[] };

/** Decides an edit on the state that it is to change. @throws QuestionError when it cannot be made; nothing is changed then */
export type Decide = (state: OrganisationState) => Decided;
