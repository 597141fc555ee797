/** A commit whose change is asked for, and what it is compared with; null: with nothing, it is a first commit. */
export type Wanted = { sha: string; parent: string | null };
