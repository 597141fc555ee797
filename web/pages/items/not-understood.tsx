import { list as inWords } from '../../../server/words/list.ts';
import type { AnyList } from '../../filters/use-items.ts';
import { Notice } from '../../ui/notice.tsx';

/** What of the address is unknown, or may not be shown. */
export function NotUnderstood({ list }: { list: AnyList }) {
  const { unknown, question, forget } = list;
  return (
    <>
      {unknown.length > 0 && (
        <Notice dismiss={forget}>
          This link has {unknown.length === 1 ? 'a filter' : 'filters'} we do not know: {inWords(unknown)}.
          The list is shown without.
        </Notice>
      )}
      {question.folded.length > 0 && (
        <Notice dismiss={forget}>{question.folded.join(' ')} The list is shown without.</Notice>
      )}
    </>
  );
}
