import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAnswers } from './api/answers.ts';
import { App } from './app.tsx';
import './theme.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createAnswers()}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
