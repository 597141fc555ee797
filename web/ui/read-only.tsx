import { Notice } from './notice.tsx';

/** For those who may read a page on which others change something. */
export function ReadOnly() {
  return (
    <Notice>
      You can read this, but not change it: changes are made on the machine that runs Uptake, or with the
      right to edit.
    </Notice>
  );
}
