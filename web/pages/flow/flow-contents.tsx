import styles from './flow-contents.module.css';

type ContentsProps = {
  clones: boolean;
  /** Whether an issue tracker is connected, and whether any work carries a mark of an AI tool. */
  tracked: boolean;
  marked: boolean;
};

/** The parts of the page in their order; each stands there under its id. */
function partsOf({ clones, tracked, marked }: ContentsProps): readonly { id: string; name: string }[] {
  const onForge = [
    { id: 'waits', name: 'Where a change waits' },
    { id: 'phases', name: 'Phases' },
  ];
  const open = [
    { id: 'open-work', name: 'Open work' },
    { id: 'delivery-title', name: 'Delivery' },
  ];
  return [
    ...(clones ? [] : onForge),
    { id: 'whole', name: clones ? 'Cycle time' : 'The whole way' },
    { id: 'one-by-one', name: 'One by one' },
    ...(clones ? [] : open),
    { id: 'teams', name: 'Teams' },
    ...(tracked ? [{ id: 'issues', name: 'Issues' }] : []),
    ...(marked ? [{ id: 'ai', name: 'AI in the work' }] : []),
    { id: 'limits', name: 'What is not known' },
  ];
}

/** The way to each part of a long page. */
export function FlowContents(props: ContentsProps) {
  return (
    <nav className={styles.contents} aria-label="On this page">
      <ul>
        {partsOf(props).map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
