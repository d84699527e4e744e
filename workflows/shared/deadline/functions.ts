import { TAKES_UPLOADS } from '../attachments/takes-uploads.ts';
import { ListCalendars, ListMovedDueDates, LoadCalendar } from '../calendar-routes.ts';
import {
  CloseUnansweredTask,
  ExtendDeskTask,
  ListEscalatedTasks,
  ReassignDeskTask,
} from '../escalation-routes.ts';
import type { FunctionSpec } from '../function-spec.ts';
import { SendMaterial } from '../material-routes.ts';
import { AnswerSupplement, AskSupplement, ListSupplements, ReadSupplement } from '../supplement-routes.ts';

/** One transaction over a task, its case and what people are to be told of it; then its machine is told. */
const ACTS_ON_A_TASK = {
  tables: {
    // Query reads the official calendars.
    CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
    DeskTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    MessageTable: ['PutItem'],
  },
  machine: ['SignalTask'],
} as const satisfies Partial<FunctionSpec>;

/** What is asked and what is answered may bring files. */
const TAKES_FILES = {
  tables: { ...ACTS_ON_A_TASK.tables, AttachmentTable: ['GetItem', 'PutItem', 'UpdateItem'] },
  machine: ACTS_ON_A_TASK.machine,
  documents: TAKES_UPLOADS,
} as const satisfies Partial<FunctionSpec>;

/** The time of questions: supplements, and what the office does about what is overdue. */
export const DEADLINE_FUNCTIONS: readonly FunctionSpec[] = [
  { slice: 'desk', name: 'ask-supplement', routes: [AskSupplement], ...TAKES_FILES },
  { slice: 'desk', name: 'answer-supplement', routes: [AnswerSupplement], ...TAKES_FILES },
  { slice: 'desk', name: 'list-supplements', routes: [ListSupplements], tables: { DeskTable: ['Query'] } },
  { slice: 'desk', name: 'read-supplement', routes: [ReadSupplement], tables: { DeskTable: ['Query'] } },
  {
    slice: 'desk',
    name: 'send-material',
    routes: [SendMaterial],
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
      DeskTable: ['Query', 'PutItem', 'UpdateItem'],
      MessageTable: ['PutItem'],
      AttachmentTable: ['GetItem', 'PutItem', 'UpdateItem'],
    },
    documents: TAKES_UPLOADS,
  },
  {
    slice: 'desk',
    name: 'list-escalated-tasks',
    routes: [ListEscalatedTasks],
    tables: { DeskTable: ['Query'] },
  },
  {
    slice: 'desk',
    name: 'load-calendar',
    routes: [LoadCalendar],
    ...ACTS_ON_A_TASK,
    timeoutSeconds: 29,
  },
  { slice: 'desk', name: 'list-calendars', routes: [ListCalendars], tables: { CaseTable: ['Query'] } },
  {
    slice: 'desk',
    name: 'list-moved-due-dates',
    routes: [ListMovedDueDates],
    tables: { DeskTable: ['GetItem', 'Query'] },
  },
  { slice: 'desk', name: 'extend-desk-task', routes: [ExtendDeskTask], ...ACTS_ON_A_TASK },
  { slice: 'desk', name: 'reassign-desk-task', routes: [ReassignDeskTask], tables: ACTS_ON_A_TASK.tables },
  { slice: 'desk', name: 'close-unanswered-task', routes: [CloseUnansweredTask], ...ACTS_ON_A_TASK },
];
