import { Redirect, Route, Switch, useSearch } from 'wouter';
import { useFreshAnswers, useStatus } from './api/status.ts';
import { FlowPage } from './pages/flow/flow-page.tsx';
import { MissingPage } from './pages/missing/missing-page.tsx';
import { Frame } from './ui/frame.tsx';

/** Every page there is, in the order of the questions; what is not built yet is not in the bar. */
const pages = [{ path: '/flow', name: 'Flow' }] as const;

export function App() {
  const status = useStatus();
  const search = useSearch();
  useFreshAnswers(status.data?.generation, status.isError);
  return (
    <Frame pages={pages} status={status.data?.data} demo={status.data?.demo === true} away={status.isError}>
      <Switch>
        <Route path="/">
          <Redirect to={search === '' ? '/flow' : `/flow?${search}`} replace />
        </Route>
        <Route path="/flow">
          <FlowPage status={status.data} away={status.isError} retry={() => void status.refetch()} />
        </Route>
        <Route>
          <MissingPage pages={pages} />
        </Route>
      </Switch>
    </Frame>
  );
}
