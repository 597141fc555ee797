const ADDRESS = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+\.[a-z]{2,}/gi;

/** A title as it may be shown and searched: a list of work is no list of people, so addresses in it are masked. */
export function shownTitle(title: string): string {
  return title.includes('@') ? title.replace(ADDRESS, '(address)') : title;
}
