import { ApiError } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { InPlace } from '../../ui/in-place.tsx';

type NotShownProps = { label: string; error: Error; retry: () => unknown };

/** Stands where a figure would be: it is refused for this choice, which asking again does not change, or its loading failed. */
export function NotShown({ label, error, retry }: NotShownProps) {
  if (error instanceof ApiError && error.code === 'group-too-small') {
    return (
      <InPlace title={`${label}: not shown for this choice.`}>
        <p>{error.message}</p>
      </InPlace>
    );
  }
  return (
    <InPlace title={`${label} could not be loaded.`}>
      <p>{error.message}</p>
      <Button press={() => void retry()}>Try again</Button>
    </InPlace>
  );
}
