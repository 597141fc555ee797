/** Somebody with an account. On Cloud told by an account id, on Data Center by a key and a user name. */
export type FakePerson = {
  id: string;
  username: string;
  displayName: string;
  email: string;
  /** `masked` is Data Center's "ada at example dot com". */
  emailSeen: 'shown' | 'hidden' | 'masked';
  active: boolean;
  kind: 'atlassian' | 'app' | 'customer';
};

/** Everything as usual but what is given; `login` is a first name in lower case. */
export function person(login: string, given: Partial<FakePerson> = {}): FakePerson {
  return {
    id: `712020:${login}`,
    username: login,
    displayName: `${login.charAt(0).toUpperCase()}${login.slice(1)} Example`,
    email: `${login}@example.com`,
    emailSeen: 'shown',
    active: true,
    kind: 'atlassian',
    ...given,
  };
}
