import { Button } from './button.tsx';
import { PlainState } from './plain-state.tsx';

/** The server was asked how far the data reach, and did not answer: there is nothing yet that a page could show. */
export function NoAnswer({ retry }: { retry: () => void }) {
  return (
    <PlainState title="The server does not answer.">
      <p>Is Uptake still running on this address? We ask again every 15 seconds.</p>
      <Button press={retry} strong>
        Try again now
      </Button>
    </PlainState>
  );
}
