import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAnswers } from './api/answers.ts';
import { App } from './app.tsx';
import { TodayOrShared } from './pages/shared/shared-page.tsx';
import './theme.css';
import { keptTheme, showTheme } from './ui/theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');

const now = () => Date.now();

// Before anything is drawn, so that nothing is drawn in the other theme first.
showTheme(keptTheme());

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createAnswers()}>
      <TodayOrShared>
        <App now={now} />
      </TodayOrShared>
    </QueryClientProvider>
  </StrictMode>,
);
