/** One page of the product, as the bar, the shortcuts and the tests know it. */
export type PageEntry = {
  readonly path: `/${string}`;
  readonly name: string;
  /** Typed after g, it leads there. */
  readonly key: string;
  /** In the bar itself, or under More. */
  readonly place: 'bar' | 'more';
  /** What a page that has data must show: figures, rows of a table, or entries to read. The walk fails a page without. */
  readonly holds: 'figures' | 'rows' | 'entries';
};

/** Every page there is, in the order of the questions; what is not built yet is not in the bar. */
export const pageList = [
  { path: '/', name: 'Verdict', key: 'v', place: 'bar', holds: 'entries' },
  { path: '/impact', name: 'Impact', key: 'p', place: 'bar', holds: 'figures' },
  { path: '/flow', name: 'Flow', key: 'f', place: 'bar', holds: 'figures' },
  { path: '/adoption', name: 'Adoption', key: 'a', place: 'bar', holds: 'figures' },
  { path: '/guardrails', name: 'Guardrails', key: 'u', place: 'bar', holds: 'figures' },
  { path: '/items', name: 'Items', key: 'i', place: 'bar', holds: 'rows' },
  { path: '/data', name: 'Data health', key: 'd', place: 'bar', holds: 'entries' },
  { path: '/reports', name: 'Reports', key: 'r', place: 'more', holds: 'entries' },
  { path: '/setup', name: 'Setup', key: 'c', place: 'more', holds: 'entries' },
  { path: '/settings', name: 'Settings', key: 's', place: 'more', holds: 'entries' },
  { path: '/measures', name: 'How we measure', key: 'm', place: 'more', holds: 'entries' },
] as const satisfies readonly PageEntry[];

export type PagePath = (typeof pageList)[number]['path'];
