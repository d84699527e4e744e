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
      {
        element: <Only kinds={['department']} />,
        children: [
          { path: 'desk', lazy: () => import('./desk/desk-page.tsx') },
          { path: 'desk/staff', lazy: () => import('./desk/staff/staff-page.tsx') },
          { path: 'desk/statistics', lazy: () => import('./desk/own-statistics-page.tsx') },
        ],
      },
      {
        element: <Only kinds={['department', 'office']} />,
        children: [{ path: 'desk/:taskId', lazy: () => import('./desk/task-page.tsx') }],
      },
      {
        element: <Only kinds={['office']} />,
        children: [
          { path: 'cases/:caseId/execution', lazy: () => import('./execution/execution-page.tsx') },
          { path: 'office', lazy: () => import('./office/overdue-page.tsx') },
          { path: 'office/tasks', lazy: () => import('./office/department-tasks-page.tsx') },
          { path: 'office/notifications', lazy: () => import('./office/notifications-page.tsx') },
          { path: 'office/cases', lazy: () => import('./office/cases-page.tsx') },
          { path: 'office/statistics', lazy: () => import('./office/statistics-page.tsx') },
          { path: 'office/audit', lazy: () => import('./office/audit/audit-page.tsx') },
          { path: 'office/audit/:caseId', lazy: () => import('./office/audit/case-audit-page.tsx') },
          { path: 'office/rules', lazy: () => import('./office/rules-page.tsx') },
          { path: 'office/calendars', lazy: () => import('./office/calendars-page.tsx') },
          { path: 'office/calendars/:year', lazy: () => import('./office/moved-due-dates-page.tsx') },
        ],
      },
      ...Object.values(PROCEDURES).flatMap(({ pages = [] }) =>
        pages.map(({ kinds, path, lazy }) =>
          kinds ? { element: <Only kinds={kinds} />, children: [{ path, lazy }] } : { path, lazy },
        ),
      ),
      { path: '*', element: <NotFound /> },
    ],
  },
]);
