import styles from './flow-contents.module.css';

type ContentsProps = {
  clones: boolean;
  /** Whether there are issues alone, and no repository. */
  alone: boolean;
  /** Whether an issue tracker is connected, and whether any work carries a mark of an AI tool. */
  tracked: boolean;
  marked: boolean;
};

/** The parts of the page in their order; each stands there under its id. */
function partsOf({ clones, alone, tracked, marked }: ContentsProps): readonly { id: string; name: string }[] {
  const limits = { id: 'limits', name: 'What is not known' };
  if (alone) return [{ id: 'issues', name: 'Issues' }, { id: 'teams', name: 'Teams' }, limits];
  const onForge = [
    { id: 'waits', name: 'Where a change waits' },
    { id: 'phases', name: 'Phases' },
  ];
  return [
    ...(clones ? [] : onForge),
    { id: 'whole', name: clones ? 'Cycle time' : 'The whole way' },
    ...(clones ? [] : [{ id: 'open-work', name: 'Open work' }]),
    { id: 'one-by-one', name: 'One by one' },
    ...(clones ? [] : [{ id: 'delivery', name: 'Delivery' }]),
    { id: 'teams', name: 'Teams' },
    ...(tracked ? [{ id: 'issues', name: 'Issues' }] : []),
    ...(marked ? [{ id: 'ai', name: 'AI in the work' }] : []),
    limits,
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
