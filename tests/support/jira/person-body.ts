import type { FakePerson } from './person.ts';
import type { FakeSite } from './site.ts';

/** An account as it stands in other answers; null for nobody. A hidden e-mail address is left out. */
export function personBody(id: string | null, site: FakeSite, base: string): object | null {
  const found = id === null ? undefined : site.people.get(id);
  if (found === undefined) return null;
  const { displayName, active, username, kind } = found;
  const cloud = site.deployment === 'Cloud';
  const query = cloud ? `accountId=${encodeURIComponent(found.id)}` : `username=${username}`;
  return {
    self: `${base}/rest/api/${cloud ? 3 : 2}/user?${query}`,
    ...(cloud ? { accountId: found.id } : { name: username, key: found.id }),
    ...emailOf(found, cloud),
    avatarUrls: { '48x48': `${base}/avatar/${encodeURIComponent(username)}.png` },
    displayName,
    active,
    timeZone: site.zone,
    ...(cloud ? { accountType: kind } : {}),
  };
}

function emailOf({ email, emailSeen, active }: FakePerson, cloud: boolean): object {
  if (emailSeen === 'shown' && (active || !cloud)) return { emailAddress: email };
  if (emailSeen === 'masked' && !cloud)
    return { emailAddress: email.replace('@', ' at ').replaceAll('.', ' dot ') };
  return {};
}
