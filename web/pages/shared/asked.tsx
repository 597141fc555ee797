import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Shared } from '../../../server/contract/index.ts';
import { createAnswers } from '../../api/answers.ts';
import { ApiError } from '../../api/client.ts';
import { answerFrom } from '../../api/kept-answers.ts';
import { sharedFileAddress, useSharedPage } from '../../api/shared.ts';
import { AsOfProvider } from '../../ui/as-of.ts';
import { Guard } from '../../ui/guard.tsx';
import { AsOfLine } from './as-of-line.tsx';
import { KeptRouter } from './kept-router.tsx';
import { NoSuchShare, NotDrawable } from './not-open.tsx';
import { Opening } from './opening.tsx';
import { isKept, keptAddress } from './places.ts';

/** The pages with the numbers that were kept under an id; or why there are none. */
export function Asked({ id, pages }: { id: string; pages: ReactNode }) {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const { data, error, refetch } = useSharedPage(id);
  const shared = data?.data;
  const moved = shared !== undefined && !isKept(shared, path, search);
  useLayoutEffect(() => {
    // A link may have lost its question, or got another one: the numbers are those of the question that was shared.
    if (moved) navigate(keptAddress(shared, shared.question), { replace: true });
  }, [moved, shared, navigate]);
  if (error !== null) {
    const gone = error instanceof ApiError && error.code === 'unknown-share';
    return <NoSuchShare gone={gone} says={error.message} retry={() => void refetch()} />;
  }
  if (shared === undefined || moved) return <Opening />;
  return <Kept shared={shared}>{pages}</Kept>;
}

function Kept({ shared, children }: { shared: Shared; children: ReactNode }) {
  const [answers, setAnswers] = useState<QueryClient | null>(null);
  useLayoutEffect(() => {
    answerFrom(new Map(shared.answers.map(({ path, body }) => [path, body])));
    setAnswers(createAnswers());
    return () => answerFrom(null);
  }, [shared]);
  const asOf = useMemo(() => {
    const files = new Set(shared.files);
    return {
      line: `As of ${shared.asOf}, shared on ${shared.sharedOn}.`,
      fileOf: (csv: string) => (files.has(csv) ? sharedFileAddress(shared.id, csv) : null),
    };
  }, [shared]);
  if (answers === null) return <Opening />;
  return (
    <AsOfProvider value={asOf}>
      <AsOfLine asOf={shared.asOf} sharedOn={shared.sharedOn} />
      <QueryClientProvider client={answers}>
        <KeptRouter shared={shared}>
          <Guard fallback={<NotDrawable version={shared.version} />}>{children}</Guard>
        </KeptRouter>
      </QueryClientProvider>
    </AsOfProvider>
  );
}
