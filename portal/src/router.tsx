import { createBrowserRouter } from 'react-router';
import { Home } from './home.tsx';
import { NotFound } from './parts/not-found.tsx';
import { PROCEDURES } from './procedures.ts';
import { Crash } from './shell/crash.tsx';
import { Only } from './shell/only.tsx';
import { Shell } from './shell/shell.tsx';

/** Every page but the first is loaded when it is gone to. */
export const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    errorElement: <Crash />,
    hydrateFallbackElement: <div />,
    children: [
      { index: true, element: <Home /> },
      {
        element: <Only kinds={['enterprise', 'department', 'bank', 'office']} />,
        children: [
          { path: 'inbox', lazy: () => import('./inbox/inbox-page.tsx') },
          { path: 'cases/:caseId', lazy: () => import('./cases/case-page.tsx') },
        ],
      },
      {
        element: <Only kinds={['enterprise']} />,
        children: [
          { path: 'matters', lazy: () => import('./cases/matters-page.tsx') },
          { path: 'cases', lazy: () => import('./cases/cases-page.tsx') },
          { path: 'supplements/:supplementId', lazy: () => import('./cases/supplement-page.tsx') },
          ...Object.entries(PROCEDURES).flatMap(([workflow, { apply }]) =>
            apply ? [{ path: `matters/${workflow}`, lazy: apply }] : [],
          ),
        ],
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
