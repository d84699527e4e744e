import * as z from 'zod';
import { Delegation, MOST_OFFICERS, RosterChange } from './desk-roster.ts';
import { Officer } from './desk-task.ts';
import { PageQuery, pageOf } from './page.ts';
import { procedureNames } from './procedures.ts';
import { routeContract } from './route-contract.ts';

const PersonId = z.string().min(1).max(200);
/** Must be told by the office; a department has only its own. */
const OfDepartment = z.strictObject({ department: z.string().min(1).max(64).optional() });

const Staff = z.strictObject({
  departmentId: z.string(),
  version: z.int().nonnegative(),
  officers: z.array(Officer),
  /** Those that are not over yet; the revoked ones are marked so. */
  delegations: z.array(Delegation),
});

export const ReadStaff = routeContract({
  operationId: 'readStaff',
  method: 'GET',
  path: '/v1/desk/staff',
  summary: { zh: '部门经办人名单及委托代办', en: 'Officers of a department and who acts for whom' },
  access: { who: ['department', 'office'] },
  query: OfDepartment,
  reply: Staff,
  status: 200,
});

export const ListStaffChanges = routeContract({
  operationId: 'listStaffChanges',
  method: 'GET',
  path: '/v1/desk/staff/changes',
  summary: {
    zh: '经办人名单及委托代办的变更记录（部门负责人、办公室）',
    en: "What was changed in a department's list and delegations, by whom (its lead, the office)",
  },
  access: { who: ['department', 'office'] },
  query: OfDepartment.extend(PageQuery.shape),
  reply: pageOf(RosterChange),
  status: 200,
});

export const ReplaceStaff = routeContract({
  operationId: 'replaceStaff',
  method: 'PUT',
  path: '/v1/desk/staff',
  summary: {
    zh: '更新本部门经办人名单（部门负责人）',
    en: "Replace the list of one's department (its lead)",
  },
  access: { who: ['department'] },
  body: z.strictObject({
    officers: z
      .array(z.strictObject({ personId: PersonId, personName: z.string().trim().min(1).max(100) }))
      .max(MOST_OFFICERS),
  }),
  reply: Staff,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});

export const MakeDelegation = routeContract({
  operationId: 'makeDelegation',
  method: 'POST',
  path: '/v1/desk/delegations',
  summary: { zh: '委托他人代办', en: "Let another officer do one's tasks from a day to a day" },
  access: { who: ['department'] },
  body: z.strictObject({
    /** Whose tasks; oneself unless told. Only the department's lead may name another. */
    fromPersonId: PersonId.optional(),
    toPersonId: PersonId,
    fromOn: z.iso.date(),
    toOn: z.iso.date(),
    workflows: z.array(z.enum(procedureNames())).min(1).max(20),
  }),
  reply: Delegation,
  status: 201,
  idempotencyKey: true,
});

export const RevokeDelegation = routeContract({
  operationId: 'revokeDelegation',
  method: 'POST',
  path: '/v1/desk/delegations/{delegationId}/revocation',
  summary: { zh: '撤销委托代办', en: 'Revoke a delegation' },
  access: { who: ['department'] },
  params: z.strictObject({ delegationId: z.string().min(1).max(64) }),
  reply: Delegation,
  status: 200,
  idempotencyKey: true,
});
