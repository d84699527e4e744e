import * as z from 'zod';
import { Officer } from './desk-task.ts';

/** Role in the token of whoever keeps a department's staff list and hands out its tasks. */
export const DESK_LEAD = 'desk-lead';

/** Both lists are one item, which every change replaces on condition of its version: so they stay far below 400 KB. */
export const MOST_OFFICERS = 500;
export const MOST_DELEGATIONS = 300;

const Instant = z.iso.datetime({ offset: true });

/** 委托代办: one officer's tasks of some procedures go to another, from a day to a day (inclusive, Asia/Shanghai). */
export const Delegation = z.strictObject({
  delegationId: z.string().min(1),
  from: Officer,
  to: Officer,
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  /** Names of procedures. */
  workflows: z.array(z.string().min(1)).min(1),
  madeAt: Instant,
  madeBy: Officer,
  /** It is void from then on. */
  revokedAt: Instant.optional(),
  revokedBy: Officer.optional(),
});
export type Delegation = z.infer<typeof Delegation>;

/** Who works at a department's desk, and who acts for whom. Its lead keeps it; a delegation is forgotten here after its last day. */
export const Roster = z.strictObject({
  departmentId: z.string().min(1),
  /** 0 where nobody has written it yet. */
  version: z.int().nonnegative(),
  officers: z.array(Officer).max(MOST_OFFICERS),
  delegations: z.array(Delegation).max(MOST_DELEGATIONS),
  /** Of its last audit entry; its version is the number of them. */
  auditHash: z.string(),
});
export type Roster = z.infer<typeof Roster>;

/** What was changed in a roster by whom; append-only, one for each version. */
export const RosterChange = z.strictObject({
  version: z.int().positive(),
  at: Instant,
  by: Officer,
  kind: z.enum(['staff-replaced', 'delegation-made', 'delegation-revoked']),
  /** Of a new staff list: who came and who left. */
  joined: z.array(Officer).optional(),
  left: z.array(Officer).optional(),
  delegation: Delegation.optional(),
});
export type RosterChange = z.infer<typeof RosterChange>;

/** The chain of audit entries about a department's roster: it is verified and exported like that of a case. */
export function rosterChainId(departmentId: string): string {
  return `roster-${departmentId}`;
}
