import type { ItemsAnswer } from '../../../server/contract/index.ts';
import type { Items } from '../../filters/use-items.ts';
import { Button } from '../../ui/button.tsx';
import { PlainState } from '../../ui/plain-state.tsx';

/** The list is empty: says what made it so, and takes that off. */
export function NoItems({ answer, list }: { answer: ItemsAnswer; list: Items }) {
  const { measure, week, state, leftOut, q, id } = answer.asked;
  const { hrefWith, go } = list;
  const all = {
    measure: undefined,
    week: undefined,
    state: undefined,
    leftOut: undefined,
    q: undefined,
    id: undefined,
  };
  const narrowed = [measure, week, state, leftOut, q, id].some((one) => one !== null);
  return (
    <PlainState title="Nothing in this list.">
      {q !== null && <p>No pull request of these has “{q}” in its title.</p>}
      {q === null && narrowed && (
        <p>Nothing fits all that the list is narrowed to. This is an answer, not a failure.</p>
      )}
      {!narrowed && <p>No pull request was read for these filters and this window.</p>}
      {narrowed ? (
        <Button press={() => go(hrefWith(q === null ? all : { q: undefined }))}>
          {q === null ? 'Show all pull requests' : 'Search no more'}
        </Button>
      ) : (
        <Button press={list.clear}>Clear the filters</Button>
      )}
    </PlainState>
  );
}
