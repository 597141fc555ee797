import type { View } from '../../../server/contract/index.ts';
import { ApiError } from '../../api/client.ts';
import type { AnyList } from '../../filters/use-items.ts';
import { Button } from '../../ui/button.tsx';
import { PlainState } from '../../ui/plain-state.tsx';

type NotListedProps = { error: Error; list: AnyList; view: View; retry: () => void };

const titles: Partial<Record<string, string>> = {
  'group-too-small': 'This list would tell of too few people.',
  'not-by-repository': 'Issues are not told apart by repository.',
  'one-team-only': 'This list would tell of too few people.',
  'week-outside-window': 'That week is not in the window.',
  'unknown-cursor': 'That page of the list is no more.',
  'not-kept': 'This list was not kept.',
  unreachable: 'The server does not answer.',
};

/** The server did not give the list: it refused, and says why, or it failed. Each has a way on. */
export function NotListed({ error, list, view, retry }: NotListedProps) {
  const code = error instanceof ApiError ? error.code : 'internal';
  return (
    <PlainState title={titles[code] ?? 'The list could not be shown.'}>
      <p>{error.message}</p>
      <WayOn code={code} list={list} view={view} retry={retry} />
    </PlainState>
  );
}

function WayOn({ code, list, view, retry }: Omit<NotListedProps, 'error'> & { code: string }) {
  if (code === 'unknown-cursor') return <Button press={list.restart}>Go to the first page</Button>;
  if (code === 'week-outside-window') {
    const { from: _from, to: _to, ...rest } = view;
    const all = { view: { ...rest, window: 'all' as const }, show: list.question.show };
    return <Button press={() => list.ask(all)}>Look at all weeks</Button>;
  }
  if (code === 'group-too-small' || code === 'one-team-only' || code === 'not-by-repository')
    return <Button press={list.clear}>Clear the filters</Button>;
  return <Button press={retry}>Try again</Button>;
}
