import { Button } from '../../ui/button.tsx';
import { InPlace } from '../../ui/in-place.tsx';

/** Stands where a drawing cannot be made, or where its script cannot be had. */
export function LostChart() {
  return (
    <InPlace title="The chart could not be drawn.">
      <p>Its numbers are in the table below. Loading the page again may help.</p>
      <Button press={() => location.reload()}>Load again</Button>
    </InPlace>
  );
}
