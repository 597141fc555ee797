import { type ComponentType, lazy, Suspense, useMemo } from 'react';
import { Route, Switch, useLocation, useSearch } from 'wouter';
import { type PageProps, useFreshAnswers, useStatus } from './api/status.ts';
import { readQuestion, writeQuestion } from './filters/question.ts';
import { type PagePath, pageList } from './page-list.ts';
import { Frame } from './ui/frame.tsx';
import { Guard } from './ui/guard.tsx';
import { PageComing, PageLost } from './ui/page-states.tsx';
import { useUsualTitle } from './ui/page-title.ts';
import { shortcutList } from './ui/shortcut-list.ts';

/** Each comes when it is opened, so that none waits for the script of another. */
const components: Readonly<Record<PagePath, ComponentType<PageProps>>> = {
  '/': lazy(async () => ({ default: (await import('./pages/verdict/verdict-page.tsx')).VerdictPage })),
  '/impact': lazy(async () => ({ default: (await import('./pages/impact/impact-page.tsx')).ImpactPage })),
  '/flow': lazy(async () => ({ default: (await import('./pages/flow/flow-page.tsx')).FlowPage })),
  '/adoption': lazy(async () => ({
    default: (await import('./pages/adoption/adoption-page.tsx')).AdoptionPage,
  })),
  '/guardrails': lazy(async () => ({
    default: (await import('./pages/guardrails/guardrails-page.tsx')).GuardrailsPage,
  })),
  '/items': lazy(async () => ({ default: (await import('./pages/items/items-page.tsx')).ItemsPage })),
  '/data': lazy(async () => ({ default: (await import('./pages/data/data-page.tsx')).DataPage })),
  '/reports': lazy(async () => ({
    default: (await import('./pages/reports/reports-page.tsx')).ReportsPage,
  })),
  '/setup': lazy(async () => ({ default: (await import('./pages/setup/setup-page.tsx')).SetupPage })),
  '/settings': lazy(async () => ({
    default: (await import('./pages/settings/settings-page.tsx')).SettingsPage,
  })),
  '/measures': lazy(async () => ({
    default: (await import('./pages/measures/measures-page.tsx')).MeasuresPage,
  })),
};

const MissingPage = lazy(async () => ({
  default: (await import('./pages/missing/missing-page.tsx')).MissingPage,
}));

export function App({ now }: { now: () => number }) {
  const status = useStatus();
  const search = useSearch();
  const [path] = useLocation();
  const name = pageList.find((page) => page.path === path)?.name;
  const shortcuts = useKeys(search);
  useUsualTitle(name);
  useFreshAnswers(status.data?.generation, status.isError);
  const shared = { status: status.data, away: status.isError, retry: () => void status.refetch() };
  return (
    <Frame
      pages={pageList}
      question={writeQuestion(readQuestion(search))}
      shortcuts={shortcuts}
      status={status.data?.data}
      demo={status.data?.demo === true}
      away={status.isError}
      now={now}
    >
      <Guard key={path} fallback={<PageLost />}>
        <Suspense fallback={<PageComing name={name ?? 'Uptake'} />}>
          <Switch>
            {pageList.map(({ path }) => {
              const Page = components[path];
              return (
                <Route key={path} path={path}>
                  <Page {...shared} />
                </Route>
              );
            })}
            <Route>
              <MissingPage pages={pageList} />
            </Route>
          </Switch>
        </Suspense>
      </Guard>
    </Frame>
  );
}

/** The keys under the question that is open. */
function useKeys(search: string) {
  const [path, navigate] = useLocation();
  return useMemo(() => {
    const { view, show } = readQuestion(search);
    const query = new URLSearchParams(search);
    if (show === 'chart') query.set('show', 'table');
    else query.delete('show');
    return shortcutList(
      pageList,
      (page) => navigate(page + writeQuestion({ view, show })),
      () => navigate(query.size === 0 ? path : `${path}?${query}`),
    );
  }, [path, search, navigate]);
}
