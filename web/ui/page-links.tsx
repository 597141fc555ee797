import { CopyButton } from './copy-button.tsx';
import { ShareButton } from './share-button.tsx';
import { useShare } from './sharing.ts';

/** The two ways to hand on a page: its question, answered anew wherever it is opened, and its numbers as they are now. */
export function PageLinks() {
  const share = useShare();
  return (
    <>
      <CopyButton label="Copy link" text={() => location.href} />
      {share !== null && <ShareButton share={share} />}
    </>
  );
}
