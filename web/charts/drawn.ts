import styles from './series-chart.module.css';

/** The class of a drawn part. A name that the style sheet lacks is a bug and throws, rather than draw in default black. */
export function drawn(part: string): string {
  const name = styles[part];
  if (name === undefined) throw new Error(`The chart's style sheet has no class "${part}".`);
  return name;
}
