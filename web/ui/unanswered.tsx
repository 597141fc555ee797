import { Button } from './button.tsx';
import { PlainState } from './plain-state.tsx';

type UnansweredProps = {
  /** "The verdict could not be told." */
  title: string;
  error: Error;
  /** Nothing answers any more, whatever is asked. */
  away?: boolean;
  retry: () => void;
};

/** Stands where an answer would be that could not be had: says why, and asks again. */
export function Unanswered({ title, error, away = false, retry }: UnansweredProps) {
  return (
    <PlainState title={away ? 'The server does not answer.' : title}>
      <p>{away ? 'Is Uptake still running on this address?' : error.message}</p>
      <Button press={retry} strong>
        Try again now
      </Button>
    </PlainState>
  );
}
