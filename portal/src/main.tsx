import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import * as z from 'zod';
import { ApiProblem } from './api/client.ts';
import { LanguageProvider } from './language.tsx';
import { router } from './router.tsx';
import { Session } from './session/session.tsx';
import { readSettings } from './session/settings.ts';
import { Theme } from './theme.tsx';
import './style.css';

// Zod would otherwise try to compile its schemas, which the content security policy forbids.
z.config({ jitless: true });

const queries = new QueryClient({
  mutationCache: new MutationCache(),
  defaultOptions: {
    // Whoever sends something is told at once that it did not go out; it would otherwise leave later, unseen.
    mutations: { networkMode: 'always' },
    queries: {
      staleTime: 5_000,
      // A refusal stays one; only what did not arrive, or was too much just now, is asked for again.
      retry: (count, error) => count < 2 && !(error instanceof ApiProblem && isRefusal(error.problem.status)),
    },
  },
});

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

const settings = await readSettings();
const root = document.getElementById('root');
if (!root) throw new Error('the document has no place for the portal');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Theme>
        <QueryClientProvider client={queries}>
          <Session settings={settings} onReturn={(to) => void router.navigate(to, { replace: true })}>
            <RouterProvider router={router} />
          </Session>
        </QueryClientProvider>
      </Theme>
    </LanguageProvider>
  </StrictMode>,
);
