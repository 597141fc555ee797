import type { ReactNode } from 'react';
import styles from './button.module.css';

type ButtonProps = { children: ReactNode; press: () => void; strong?: boolean };

export function Button({ children, press, strong = false }: ButtonProps) {
  return (
    <button
      type="button"
      className={strong ? `${styles.button} ${styles.strong}` : styles.button}
      onClick={press}
    >
      {children}
    </button>
  );
}
