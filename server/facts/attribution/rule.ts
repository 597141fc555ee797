import type { Role, Strength } from './evidence.ts';

/** What every rule states. `shows`: written so by the tool. `unlike`: looks alike, and is no mark of this rule. */
type Stated = {
  signal: string;
  tool: string;
  product?: string;
  strength: Strength;
  /** Where it was seen or is documented. */
  source: string;
  shows: readonly string[];
  unlike: readonly string[];
};

/** Who wrote a commit, or whom a trailer of it names, as `Name <address>`. */
export type IdentityRule = Stated & {
  at: 'identity';
  /** Whole addresses in lower case, one of which it has to be. */
  mailboxes?: readonly string[];
  /** Apps, which sign as `NAME[bot]` with or without a number before it. */
  apps?: readonly string[];
  /** Accounts that belong to a vendor, with any number before them in GitHub's addresses. */
  logins?: readonly string[];
  /** What the name has to be like as well; alone, whatever the address is. */
  name?: RegExp;
  /** Only where no address is given. */
  withoutAddress?: true;
  /** The name is a person's beside the mark, so that only the mark is shown. */
  ofPerson?: true;
  /** What it says of a commit that carries it as author, and as co-author; null: nothing. */
  author: Role | null;
  trailer: Role | null;
  /** Weak in commits of these days (UTC, both inclusive), and where the day is unknown. */
  weakBetween?: { from: string; to: string };
};

/** A line of a message or a body. The pattern begins at its first letter, digit or bracket, and is not greedy about its end. */
export type LineRule = Stated & {
  at: 'line';
  /** Lower case; a line without it is not looked at. */
  hint: string;
  pattern: RegExp;
  role: Role;
  /** It tells the tool only where nothing else does. */
  vague?: true;
};

/** A trailer, or a phrase such as "Generated with ...", whose value names the tool, which then replaces `tool`. */
export type TrailerRule = Stated & {
  at: 'trailer';
  /** In lower case with hyphens; phrases are `phrase:generated-with` and `phrase:made-with`. */
  keys: readonly string[];
  role: Role;
  /** A value that names no tool counts too, unless it says no. */
  anyValue?: true;
};

/** Anywhere within a line of a message or a body. */
export type TextRule = Stated & {
  at: 'text';
  /** Lower case; a line without it is not looked at. */
  hint: string;
  pattern: RegExp;
  role: Role;
  /** In the whole text: a comment of HTML, or more than one line. */
  whole?: true;
  /** In words of people's own: weak, unless the organisation lets it count, which makes it strong. */
  prose?: true;
  /** The body says by it that the tool has opened the pull request. */
  openedBy?: true;
};

export type TitleRule = Stated & { at: 'title'; pattern: RegExp; role: Role };
export type BranchRule = Stated & { at: 'branch'; pattern: RegExp; role: Role };
/** Logins, without `[bot]`, of programs that review. */
export type ReviewerRule = Stated & { at: 'reviewer'; logins: readonly string[]; app: boolean };
export type LabelRule = Stated & { at: 'label'; labels: readonly string[]; role: Role };

export type Rule =
  | IdentityRule
  | LineRule
  | TrailerRule
  | TextRule
  | TitleRule
  | BranchRule
  | ReviewerRule
  | LabelRule;
