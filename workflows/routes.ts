import { DELIVERY_FUNCTIONS } from './financing-demand/delivery/functions.ts';
import { FINANCING_DEMAND_FUNCTIONS } from './financing-demand/functions.ts';
import { LIST_FUNCTIONS } from './financing-demand/list/functions.ts';
import { LISTING_CERTIFICATE_FUNCTIONS } from './listing-certificate/functions.ts';
import { OBJECTION_FUNCTIONS } from './listing-certificate/objection/functions.ts';
import { REGISTER_FUNCTIONS } from './listing-certificate/register/functions.ts';
import { PATENT_FUNDING_FUNCTIONS } from './patent-funding/functions.ts';
import { MONEY_FUNCTIONS } from './patent-funding/money/functions.ts';
import { PRE_EXAMINATION_FUNCTIONS } from './patent-funding/pre-examination/functions.ts';
import { RECOVERY_FUNCTIONS } from './patent-funding/recovery/functions.ts';
import { ATTACHMENT_FUNCTIONS } from './shared/attachments/functions.ts';
import { AUDIT_FUNCTIONS } from './shared/audit.ts';
import { DESK_FUNCTIONS } from './shared/desk.ts';
import { DESK_WORK_FUNCTIONS } from './shared/desk-work.ts';
import { NOTIFICATION_FUNCTIONS } from './shared/notifications/functions.ts';
import { OFFICE_FUNCTIONS } from './shared/office.ts';
import { PUBLIC_FUNCTIONS } from './shared/public.ts';
import type { RouteContract } from './shared/route-contract.ts';

/**
 * Every route of the HTTP API, for the OpenAPI document. workflows/index.ts says the same with the machines, which bring CDK
 * along and must stay out of bundles; a test holds the two against each other.
 */
export const ROUTES: readonly RouteContract[] = [
  ...PUBLIC_FUNCTIONS,
  ...DESK_FUNCTIONS,
  ...DESK_WORK_FUNCTIONS,
  ...AUDIT_FUNCTIONS,
  ...NOTIFICATION_FUNCTIONS,
  ...ATTACHMENT_FUNCTIONS,
  ...OFFICE_FUNCTIONS,
  ...LISTING_CERTIFICATE_FUNCTIONS,
  ...OBJECTION_FUNCTIONS,
  ...REGISTER_FUNCTIONS,
  ...PATENT_FUNDING_FUNCTIONS,
  ...PRE_EXAMINATION_FUNCTIONS,
  ...DELIVERY_FUNCTIONS,
  ...MONEY_FUNCTIONS,
  ...RECOVERY_FUNCTIONS,
  ...FINANCING_DEMAND_FUNCTIONS,
  ...LIST_FUNCTIONS,
].flatMap((fn) => fn.routes ?? []);
