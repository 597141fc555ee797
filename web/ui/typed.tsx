import styles from './typed.module.css';

/** A command as it is typed: lines break between its words, never within "--". */
export function Typed({ line }: { line: string }) {
  return (
    <code>
      <Words line={line} />
    </code>
  );
}

function Words({ line }: { line: string }) {
  const [word, ...others] = line.split(' ');
  return (
    <>
      <span className={styles.word}>{word}</span>
      {others.length > 0 && ' '}
      {others.length > 0 && <Words line={others.join(' ')} />}
    </>
  );
}
