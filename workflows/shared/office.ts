import type { FunctionSpec } from './function-spec.ts';
import { ExportStatistics, ShowOverdue, ShowOwnStatistics, ShowStatistics } from './office-routes.ts';
import { ListRuleSets } from './rule-set-routes.ts';

/** What the office sees of all departments, and each department of itself. */
export const OFFICE_FUNCTIONS: readonly FunctionSpec[] = [
  { slice: 'office', name: 'show-statistics', routes: [ShowStatistics], tables: { CaseTable: ['Query'] } },
  {
    slice: 'office',
    name: 'export-statistics',
    routes: [ExportStatistics],
    tables: { CaseTable: ['Query'], DeskTable: ['Query'] },
  },
  {
    slice: 'office',
    name: 'show-own-statistics',
    routes: [ShowOwnStatistics],
    tables: { CaseTable: ['Query'] },
  },
  {
    slice: 'office',
    name: 'show-overdue',
    routes: [ShowOverdue],
    tables: { CaseTable: ['Query'], DeskTable: ['Query'] },
  },
  { slice: 'office', name: 'list-rule-sets', routes: [ListRuleSets] },
];
