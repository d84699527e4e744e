import { listDelivery } from './financing-demand/delivery/workflow.ts';
import { financingLists } from './financing-demand/list/workflow.ts';
import { financingDemand } from './financing-demand/workflow.ts';
import { listingObjection } from './listing-certificate/objection/workflow.ts';
import { departmentRegister } from './listing-certificate/register/workflow.ts';
import { listingCertificate } from './listing-certificate/workflow.ts';
import { preExamination } from './patent-funding/pre-examination/workflow.ts';
import { patentRecovery } from './patent-funding/recovery/workflow.ts';
import { patentFunding } from './patent-funding/workflow.ts';
import { ATTACHMENT_FUNCTIONS } from './shared/attachments/functions.ts';
import { AUDIT_FUNCTIONS } from './shared/audit.ts';
import { DESK_FUNCTIONS } from './shared/desk.ts';
import { DESK_WORK_FUNCTIONS } from './shared/desk-work.ts';
import { NOTIFICATION_FUNCTIONS } from './shared/notifications/functions.ts';
import { OFFICE_FUNCTIONS } from './shared/office.ts';
import { PUBLIC_FUNCTIONS } from './shared/public.ts';
import type { Workflow } from './shared/workflow.ts';

/** Every slice of functions/ that runs: the desk and the public routes, then one line per procedure. */
export const WORKFLOWS: readonly Workflow[] = [
  { name: 'desk', functions: [...DESK_FUNCTIONS, ...DESK_WORK_FUNCTIONS] },
  { name: 'audit', partOf: 'desk', functions: AUDIT_FUNCTIONS },
  { name: 'notifications', partOf: 'desk', functions: NOTIFICATION_FUNCTIONS },
  { name: 'attachments', partOf: 'desk', functions: ATTACHMENT_FUNCTIONS },
  { name: 'office', partOf: 'desk', functions: OFFICE_FUNCTIONS },
  { name: 'public', partOf: 'desk', functions: PUBLIC_FUNCTIONS },
  listingCertificate,
  listingObjection,
  departmentRegister,
  patentFunding,
  patentRecovery,
  preExamination,
  financingDemand,
  financingLists,
  listDelivery,
];
