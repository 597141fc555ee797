/** What an AI did, from most to least: it wrote, it helped a person write, its suggestion was taken over, it reviewed. */
export type Role = 'authored' | 'assisted' | 'suggestion' | 'reviewed';

/**
 * Certain: the vendor's tool writes exactly this, and nothing else plausibly does. Strong: may be typed by hand, shared, or
 * touched by people. Weak: decides nothing alone.
 */
export type Strength = 'certain' | 'strong' | 'weak';

/** How AI took part in a pull request, the strongest that applies. `none` is "none seen", not "no AI". */
export type Level = 'agent' | 'assisted' | 'suggestion' | 'reviewed' | 'none';

/** Where a mark stands. Those of a commit are in its author, its message or its note. */
export type Place =
  | 'account'
  | 'author'
  | 'body'
  | 'branch'
  | 'label'
  | 'message'
  | 'note'
  | 'reviewer'
  | 'title';

/** One mark, with the exact text that carries it; names and addresses of people in it are masked. */
export type Evidence = {
  signal: string;
  tool: string;
  role: Role;
  strength: Strength;
  where: Place;
  /** The commit that carries it; null: the pull request itself. */
  commit: string | null;
  text: string;
  rulesVersion: string;
};

/** Lines of code that git-ai's notes attest; in files as they were at each commit. */
export type AttestedLines = { ai: number; human: number };

/** What is concluded of one pull request. */
export type Attribution = {
  level: Level;
  /** Tools that wrote, helped or suggested, else those that reviewed; those that only carry another tool come last. */
  tools: readonly string[];
  /** Of the strongest evidence for the level; null: none was seen. */
  strength: 'certain' | 'strong' | null;
  /** Own commits, merges left out, that an AI wrote or helped write; null: its commits are not known. */
  markedCommits: number | null;
  /** Own commits, merges left out. */
  commits: number | null;
  /** Weak evidence included. */
  evidence: readonly Evidence[];
  /** Null: no commit carries a note with attested lines. */
  aiLines: AttestedLines | null;
  /** Not looked at, as the organisation wants it. */
  excluded: 'person' | 'repository' | null;
  /** Of the rules and the organisation's settings that concluded it. */
  rulesVersion: string;
};
