import { type ToggleEvent, useId, useRef, useState } from 'react';
import button from './button.module.css';
import { CopyButton } from './copy-button.tsx';
import styles from './share-button.module.css';
import type { Share, SharedPage } from './sharing.ts';

type State = 'keeping' | { readonly page: SharedPage } | { readonly refused: string };

/** Keeps the numbers that the page shows now, and gives the link under which they open. */
export function ShareButton({ share }: { share: Share }) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>('keeping');
  const toggled = ({ newState }: ToggleEvent) => {
    if (newState !== 'open') return;
    setState('keeping');
    share().then(
      (page) => setState({ page }),
      (error: unknown) => setState({ refused: error instanceof Error ? error.message : String(error) }),
    );
  };
  return (
    <div className={styles.share}>
      <button type="button" className={button.button} popoverTarget={id}>
        Share
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Share"
        className={styles.panel}
        onToggle={toggled}
      >
        <div role="status" className={styles.said}>
          <Said state={state} />
        </div>
        {typeof state === 'object' && 'page' in state && <Made page={state.page} />}
        <a className={styles.others} href="/data#shared">
          All that has been shared
        </a>
        <button type="button" className={styles.close} onClick={() => panel.current?.hidePopover()}>
          Close
        </button>
      </div>
    </div>
  );
}

function Said({ state }: { state: State }) {
  if (state === 'keeping') return <p>Keeping these numbers …</p>;
  if ('refused' in state) {
    return (
      <>
        <p className={styles.title}>Not shared.</p>
        <p>{state.refused}</p>
      </>
    );
  }
  return (
    <>
      <p className={styles.title}>This link keeps the numbers as they are now.</p>
      <p>
        It holds this page as of {state.page.asOf}, and shows the same in a year, whatever is imported or
        measured anew. “Copy link” instead opens the same question with the numbers of the day.
      </p>
    </>
  );
}

function Made({ page }: { page: SharedPage }) {
  return (
    <div className={styles.link}>
      <input
        type="text"
        readOnly
        value={page.address}
        aria-label="Link to these numbers"
        onFocus={(event) => event.target.select()}
      />
      <CopyButton label="Copy" text={() => page.address} />
    </div>
  );
}
