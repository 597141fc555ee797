import { Button } from './button.tsx';
import { FigureSkeleton } from './figure-skeleton.tsx';
import { Page } from './page.tsx';
import { PlainState } from './plain-state.tsx';

/** The script of a page is on its way. */
export function PageComing({ name }: { name: string }) {
  return (
    <div aria-busy="true" data-coming="">
      <Page name={name}>
        <p className="heard" role="status">
          Loading the page.
        </p>
        <FigureSkeleton />
      </Page>
    </div>
  );
}

/** The script of a page cannot be had: the server is away, or has a newer version with other files. */
export function PageLost() {
  return (
    <PlainState title="This page could not be loaded." level="h1">
      <p>The server may be away, or has been replaced by a newer version since you opened Uptake.</p>
      <Button press={() => location.reload()} strong>
        Load again
      </Button>
    </PlainState>
  );
}
