import { useEffect, useState } from 'react';
import type { SharedPages as Listed } from '../../../server/contract/index.ts';
import { count } from '../../../server/words/number.ts';
import { whole } from '../../../server/words/whole.ts';
import { useChoices } from '../../api/choices.ts';
import { useSharedPages, useTakeBack } from '../../api/shared.ts';
import { chipsOf } from '../../filters/chips.ts';
import type { RepositoryChoice } from '../../filters/labels.ts';
import { readQuestion } from '../../filters/question.ts';
import { Button } from '../../ui/button.tsx';
import { Part } from '../../ui/part.tsx';
import styles from './shared-pages.module.css';

type Page = Listed['pages'][number];

/** Every link that keeps the numbers of a day, for whoever may take one back; nothing where there is none. */
export function SharedPages({ repositories }: { repositories: readonly RepositoryChoice[] }) {
  const { data } = useSharedPages();
  const [said, say] = useState('');
  if (data === undefined || !data.data.mayEdit) return null;
  if (data.data.pages.length === 0 && said === '') return null;
  return <List {...data.data} repositories={repositories} said={said} say={say} />;
}

type ListProps = Listed & {
  repositories: readonly RepositoryChoice[];
  /** What became of the last one that was taken back. */
  said: string;
  say: (what: string) => void;
};

function List({ pages, more, repositories, said, say }: ListProps) {
  const takeBack = useTakeBack();
  useEffect(() => {
    // The list comes after the page, so that the browser has not found it yet.
    if (location.hash === '#shared') document.getElementById('shared')?.scrollIntoView();
  }, []);
  const teams = useChoices({}).data?.data.teams ?? [];
  /** "acme/shop, Team Payments, Last 12 weeks" */
  const questionOf = ({ question }: Page) => {
    const chips = chipsOf(readQuestion(question).view, repositories, teams);
    return chips.length === 0 ? 'Without filters' : chips.map(({ label }) => label).join(', ');
  };
  const remove = (page: Page) => {
    takeBack(page.id).then(
      () => say(`Taken back: ${titleOf(page)}. Its link opens nothing now.`),
      (error: unknown) => say(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <Part id="shared" title="What has been shared">
      <p className={styles.quiet}>
        Each link shows the numbers of its day to everybody who has it and may read these pages.
      </p>
      <ul className={styles.list}>
        {pages.map((page) => (
          <Entry key={page.id} page={page} question={questionOf(page)} takeBack={() => remove(page)} />
        ))}
      </ul>
      {more > 0 && <p className={styles.quiet}>{count(more, 'older one')} not listed.</p>}
      <p className={styles.quiet} role="status">
        {said}
      </p>
    </Part>
  );
}

function Entry({ page, question, takeBack }: { page: Page; question: string; takeBack: () => void }) {
  const [asking, ask] = useState(false);
  return (
    <li className={styles.entry} data-entry="shared">
      <div>
        <a href={page.address}>{whole(titleOf(page))}</a>
        <p className={styles.quiet}>{question}</p>
        <p className={styles.quiet}>
          As of {page.asOf}; shared on {page.sharedOn}.
        </p>
      </div>
      {asking ? (
        <div className={styles.sure}>
          <span>The link will open nothing, for nobody.</span>
          <Button press={takeBack}>Take it back</Button>
          <Button press={() => ask(false)}>Keep it</Button>
        </div>
      ) : (
        <Button press={() => ask(true)}>
          Take back<span className="heard">: {titleOf(page)}</span>
        </Button>
      )}
    </li>
  );
}

function titleOf({ title, page }: Page): string {
  return title ?? page;
}
