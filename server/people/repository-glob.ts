/**
 * Whether a pattern names a repository: `acme/shop`, `acme/*`, `shop-*` (in whatever folder), `**`. With a colon it is
 * compared with the whole id. `*` stands for anything but a slash, `**` for anything, letter case for nothing.
 */
export function repositoryMatcher(pattern: string): (repository: { id: string; name: string }) => boolean {
  const whole = pattern.includes(':');
  const anywhere = whole || pattern.includes('/') ? '' : '(?:.*/)?';
  const source = pattern
    .toLowerCase()
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*+/g, (stars) => (stars.length > 1 ? '.*' : '[^/]*'));
  const matcher = new RegExp(`^${anywhere}${source}$`);
  return ({ id, name }) => matcher.test((whole ? id : name).toLowerCase());
}
