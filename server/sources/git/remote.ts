/** A remote's host and path, without protocol, user, password, port or `.git`. */
export type Remote = { host: string; path: string };

/** `https://`, `ssh://`, `git://` and `user@host:path`; null for a folder, a file URL or anything without a host. */
export function parseRemote(url: string): Remote | null {
  const trimmed = url.trim();
  const standard = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? standardParts(trimmed) : scpParts(trimmed);
  if (standard === null) return null;
  const path = standard.path
    .split('/')
    .filter((part) => part !== '')
    .join('/')
    .replace(/\.git$/, '');
  return standard.host === '' || path === '' ? null : { host: standard.host.toLowerCase(), path };
}

/** The last two parts of its path: `owner/name`. */
export function shortName(remote: Remote): string {
  return remote.path.split('/').slice(-2).join('/');
}

function standardParts(url: string): Remote | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname } = new URL(url);
  return protocol === 'file:' ? null : { host: hostname, path: pathname };
}

/** A single letter before the colon is a drive, not a host. */
function scpParts(url: string): Remote | null {
  const colon = url.indexOf(':');
  const slash = url.indexOf('/');
  if (colon < 0 || (slash >= 0 && slash < colon)) return null;
  const host = url.slice(url.lastIndexOf('@', colon) + 1, colon);
  return host.length < 2 ? null : { host, path: url.slice(colon + 1) };
}
