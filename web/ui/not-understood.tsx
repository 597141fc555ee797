import { list } from '../../server/words/list.ts';
import { Notice } from './notice.tsx';

type NotUnderstoodProps = {
  /** Filters of the address that this program does not know, as they stand there. */
  unknown: readonly string[];
  /** Sentences about groups that are too small to be shown by themselves. */
  folded: readonly string[];
  /** "The figures are": shown without. */
  what: string;
  forget: () => void;
};

/** What of the address is unknown, or may not be shown. */
export function NotUnderstood({ unknown, folded, what, forget }: NotUnderstoodProps) {
  return (
    <>
      {unknown.length > 0 && (
        <Notice dismiss={forget}>
          This link has {unknown.length === 1 ? 'a filter' : 'filters'} we do not know: {list(unknown)}.{' '}
          {what} shown without.
        </Notice>
      )}
      {folded.length > 0 && (
        <Notice dismiss={forget}>
          {folded.join(' ')} {what} shown without.
        </Notice>
      )}
    </>
  );
}
