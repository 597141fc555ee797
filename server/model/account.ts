/**
 * Who acted on a forge. The login is as GraphQL gives it: an app's carries no `[bot]`, so the kind has to be asked as well.
 * A deleted account (a "ghost") is null wherever an account may stand.
 */
export type Account = { login: string; kind: 'user' | 'bot' | 'mannequin' | 'organization' };
