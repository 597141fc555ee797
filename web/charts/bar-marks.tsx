import { Bar } from 'recharts';
import { drawn } from './drawn.ts';

/** A bar a week from zero; the running week's is only outlined. */
export function BarMarks() {
  return (
    <>
      <Bar dataKey="full" stackId="week" className={drawn('bar')} isAnimationActive={false} />
      <Bar dataKey="changing" stackId="week" className={drawn('runningBar')} isAnimationActive={false} />
    </>
  );
}
