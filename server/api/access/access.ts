import type { Instant } from '../../model/instant.ts';

/** Who may ask from where. */
export type Access = {
  /** Names beside those of this machine under which the pages are asked for. */
  names: readonly string[];
  /** Whether it answers beyond this machine, so that its addresses are asked for as well. */
  beyond: boolean;
  guard: Guard | null;
  /** Whoever sends it may edit from anywhere; null: none is set. */
  adminToken: string | null;
};

/** What has to be shown to read at all: the password, in a session or as bearer, or a header that only a proxy in front can set. */
export type Guard =
  | { kind: 'password'; password: string; sessionKey: Uint8Array }
  | {
      kind: 'proxy';
      /** In lower case; it holds the name of who asks. */
      header: string;
      /** Addresses that the header is believed of. */
      from: readonly string[];
      /** Names that may edit. */
      editors: readonly string[];
    };

/** Only this machine, from which anybody may edit. */
export const THIS_MACHINE: Access = { names: [], beyond: false, guard: null, adminToken: null };

/** What deciding about a request needs. */
export type Gate = { access: Access; clock: () => Instant };
