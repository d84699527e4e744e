import { TAKES_UPLOADS } from './attachments/takes-uploads.ts';
import { ListCases, ReadCase, ReadTimeline, ResumeCase, WithdrawCase } from './case-routes.ts';
import { DEADLINE_FUNCTIONS } from './deadline/functions.ts';
import {
  CountDeskTasks,
  DecideDeskTask,
  DecideManyTasks,
  ListDeskTasks,
  ReadDeskTask,
} from './desk-routes.ts';
import { ReadExecution } from './execution/routes.ts';
import type { FunctionSpec } from './function-spec.ts';

/** The functions that serve every procedure: the desk of the departments, and the cases; more of them in desk-work.ts. */
export const DESK_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice: 'desk',
    name: 'open-desk-task',
    tables: {
      // A due date that a year published meanwhile makes firm is computed anew, with its audit entry.
      CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
      DeskTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      MessageTable: ['PutItem'],
    },
    machine: ['SignalTask'],
  },
  {
    slice: 'desk',
    name: 'keep-deadline',
    tables: {
      CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      DeskTable: ['Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      MessageTable: ['PutItem'],
    },
  },
  {
    slice: 'desk',
    name: 'close-desk-tasks',
    tables: { DeskTable: ['Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
  },
  {
    slice: 'desk',
    name: 'record-failure',
    tables: { CaseTable: ['GetItem', 'PutItem', 'UpdateItem'], MessageTable: ['PutItem'] },
  },
  {
    slice: 'desk',
    name: 'withdraw-case',
    routes: [WithdrawCase],
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
      DeskTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      MessageTable: ['PutItem'],
    },
    machine: ['SignalTask'],
  },
  {
    slice: 'desk',
    name: 'relay-desk-decisions',
    tables: {
      CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      DeskTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      MessageTable: ['PutItem'],
    },
    machine: ['StartExecution', 'SignalTask'],
    everyMinutes: 1,
    timeoutSeconds: 50,
  },
  {
    slice: 'desk',
    name: 'record-dead-execution',
    tables: { CaseTable: ['GetItem', 'PutItem', 'UpdateItem'], MessageTable: ['PutItem'] },
    onFailedExecution: true,
  },
  {
    slice: 'desk',
    name: 'list-desk-tasks',
    routes: [ListDeskTasks],
    tables: { CaseTable: ['GetItem'], DeskTable: ['GetItem', 'Query'] },
  },
  {
    slice: 'desk',
    name: 'count-desk-tasks',
    routes: [CountDeskTasks],
    tables: { DeskTable: ['GetItem', 'Query'] },
  },
  {
    slice: 'desk',
    name: 'read-desk-task',
    routes: [ReadDeskTask],
    tables: { CaseTable: ['GetItem'], DeskTable: ['Query'] },
  },
  {
    slice: 'desk',
    name: 'decide-desk-task',
    routes: [DecideDeskTask],
    documents: TAKES_UPLOADS,
    tables: {
      AttachmentTable: ['GetItem', 'PutItem', 'UpdateItem'],
      CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      DeskTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    machine: ['SignalTask'],
  },
  {
    slice: 'desk',
    name: 'decide-many-tasks',
    routes: [DecideManyTasks],
    tables: {
      CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      DeskTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    machine: ['SignalTask'],
    timeoutSeconds: 29,
  },
  { slice: 'desk', name: 'list-cases', routes: [ListCases], tables: { CaseTable: ['Query'] } },
  {
    slice: 'desk',
    name: 'read-case',
    routes: [ReadCase],
    tables: { CaseTable: ['GetItem'], DeskTable: ['Query'] },
  },
  {
    slice: 'desk',
    name: 'read-timeline',
    routes: [ReadTimeline],
    tables: { CaseTable: ['GetItem', 'Query'], DeskTable: ['Query'] },
  },
  {
    slice: 'desk',
    name: 'resume-case',
    routes: [ResumeCase],
    tables: { CaseTable: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    machine: ['StartExecution'],
  },
  {
    slice: 'desk',
    name: 'read-execution',
    routes: [ReadExecution],
    tables: { CaseTable: ['GetItem'] },
    machine: ['ReadExecution'],
  },
  ...DEADLINE_FUNCTIONS,
];
