import { useState } from 'react';
import styles from './more-menu.module.css';
import { chooseTheme, keptTheme, themes } from './theme.ts';

const labels = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** Light, dark, or whatever the system is; kept in this browser. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(keptTheme);
  return (
    <fieldset className={styles.themes}>
      <legend>Theme</legend>
      {themes.map((each) => (
        <label key={each} className={styles.theme}>
          <input
            type="radio"
            name="theme"
            checked={theme === each}
            onChange={() => {
              chooseTheme(each);
              setTheme(each);
            }}
          />
          {labels[each]}
        </label>
      ))}
    </fieldset>
  );
}
