import './styles/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askInLanguage, Failure } from './api/client.ts';
import { enterByLink } from './api/session.ts';
import { router } from './router.tsx';
import { LanguageProvider } from './words/language.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The server is often this very machine: it answers also where the browser believes to be offline.
      networkMode: 'always',
      // What the server refused it refuses again; what could not be reached may be back.
      retry: (count, error) => error instanceof Failure && error.problem === null && count < 2,
      refetchOnWindowFocus: false,
      gcTime: 10 * 60_000,
    },
  },
});

askInLanguage(() => document.documentElement.lang);

// The code that a link carries is used before anything is asked for.
await enterByLink();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
