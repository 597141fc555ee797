/**
 * One account or mailbox by which somebody is known, in lower case: `login:HOST/ada`, `email:ada@example.com`,
 * `tracker:HOST/557058:af..` of an issue tracker. An app's login ends in `[bot]`, since the app `claude` and the person `claude` are two.
 */
export type Identity = string;

/**
 * What is known of two identities, `a` before `b`. Observed: a forge said so of a commit. Stated: somebody who may edit the
 * organisation said that they are one person; apart: that they are not.
 */
export type IdentityLink = { a: Identity; b: Identity; kind: 'observed' | 'stated' | 'apart' };

/** What commits tell of identities, beside their work. A name joins nobody; it is only offered to people. */
export type Sightings = {
  links: readonly IdentityLink[];
  names: readonly { identity: Identity; name: string }[];
};

export function identityLink(one: Identity, other: Identity, kind: IdentityLink['kind']): IdentityLink {
  return one < other ? { a: one, b: other, kind } : { a: other, b: one, kind };
}

export function loginIdentity(host: string, login: string): Identity {
  return `login:${host.toLowerCase()}/${login.trim().toLowerCase()}`;
}

/** Of an account of the tracker `jira:HOST`. */
export function trackerIdentity(trackerId: string, account: string): Identity {
  return `tracker:${trackerId.slice(trackerId.indexOf(':') + 1)}/${account}`.toLowerCase();
}

/** `github.com` of `github:github.com/acme/shop`; empty for the folder of a clone without a remote. */
export function hostOf(repositoryOrTeamId: string): string {
  return /^[^:]*:([^/]*)\//.exec(repositoryOrTeamId)?.[1] ?? '';
}
