import { ApiError } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { PlainState } from '../../ui/plain-state.tsx';

type NotToldProps = { error: Error; retry: () => unknown; clear: () => void };

/** It is refused for this choice, which asking again does not change, or its loading failed. */
export function NotTold({ error, retry, clear }: NotToldProps) {
  const refused = error instanceof ApiError && error.code === 'group-too-small';
  return (
    <PlainState title={refused ? 'Not shown for this choice.' : 'The impact could not be loaded.'}>
      <p>{error.message}</p>
      {refused ? (
        <Button press={clear}>Clear the filters</Button>
      ) : (
        <Button press={() => void retry()} strong>
          Try again
        </Button>
      )}
    </PlainState>
  );
}
