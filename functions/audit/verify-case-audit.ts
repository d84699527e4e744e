import { verifyCase } from '../../workflows/shared/audit/case-verification.ts';
import type { AuditEntry } from '../../workflows/shared/audit-entry.ts';
import { VerifyCaseAudit } from '../../workflows/shared/audit-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';

type Contract = typeof VerifyCaseAudit;
const PAGE = 100;

/** Follows the chain of a case up to where the case's own row says that it ends. */
export async function verifyCaseAudit(
  { case: { caseId, version, auditHash } }: RouteInput<Contract>,
  { cases }: Services,
): Promise<RouteReply<Contract>> {
  const entries: AuditEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await cases.readAudit(caseId, { limit: PAGE, cursor });
    entries.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  // An entry written since the door read the case belongs to the next check.
  const known = entries.filter(({ sequence }) => sequence <= version);
  const misfit = verifyCase(caseId, known, { sequence: version, hash: auditHash });
  return {
    body: {
      whole: misfit === undefined,
      entries: known.length,
      cases: 1,
      ...(misfit ? { misfit: { ...misfit } } : {}),
    },
  };
}

export const handler = route(VerifyCaseAudit, verifyCaseAudit);
