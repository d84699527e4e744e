import { AddComment, AddNote, ListComments, ListNotes } from './case-remark-routes.ts';
import { AssignDeskTask, ClaimDeskTask, ReleaseDeskTask } from './desk-holder-routes.ts';
import {
  ListStaffChanges,
  MakeDelegation,
  ReadStaff,
  ReplaceStaff,
  RevokeDelegation,
} from './desk-staff-routes.ts';
import type { FunctionSpec } from './function-spec.ts';
import type { RouteContract } from './route-contract.ts';

/** A change of who holds a task: the task, its counters, the case's audit. */
const holderChange = (name: string, route: RouteContract): FunctionSpec => ({
  slice: 'desk',
  name,
  routes: [route],
  tables: {
    CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
    DeskTable: ['GetItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    MessageTable: ['PutItem'],
  },
});

/** What is written about a case beside its decisions. */
const remarks = (
  name: string,
  route: RouteContract,
  write: boolean,
  more: FunctionSpec['tables'] = {},
): FunctionSpec => ({
  slice: 'desk',
  name,
  routes: [route],
  tables: {
    CaseTable: ['GetItem', ...(write ? (['PutItem', 'UpdateItem'] as const) : [])],
    DeskTable: ['Query', ...(write ? (['PutItem'] as const) : [])],
    ...more,
  },
});

/** A change of a roster: the roster and its history, its audit; a delegation tells whom it concerns. */
const rosterChange = (name: string, route: RouteContract, tells: boolean): FunctionSpec => ({
  slice: 'desk',
  name,
  routes: [route],
  tables: {
    CaseTable: ['GetItem', 'PutItem'],
    DeskTable: ['GetItem', 'PutItem'],
    ...(tells ? { MessageTable: ['PutItem'] } : {}),
  },
});

/** How a department divides its work: who holds which task, who its officers are, who acts for whom, what they write to one another. */
export const DESK_WORK_FUNCTIONS: readonly FunctionSpec[] = [
  holderChange('claim-desk-task', ClaimDeskTask),
  holderChange('release-desk-task', ReleaseDeskTask),
  holderChange('assign-desk-task', AssignDeskTask),
  { slice: 'desk', name: 'read-staff', routes: [ReadStaff], tables: { DeskTable: ['GetItem'] } },
  {
    slice: 'desk',
    name: 'list-staff-changes',
    routes: [ListStaffChanges],
    tables: { DeskTable: ['Query'] },
  },
  rosterChange('replace-staff', ReplaceStaff, false),
  rosterChange('make-delegation', MakeDelegation, true),
  rosterChange('revoke-delegation', RevokeDelegation, true),
  remarks('list-comments', ListComments, false),
  remarks('add-comment', AddComment, true, { MessageTable: ['PutItem'] }),
  remarks('list-notes', ListNotes, false),
  remarks('add-note', AddNote, true),
];
