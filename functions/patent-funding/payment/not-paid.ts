import type { AuditActor } from '../../../workflows/shared/audit-entry.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import type { FundingCase } from '../store/funding-case.ts';
import type { MoneyServices } from '../store/money-services.ts';

const NOT_CORRECTED: Bilingual = {
  zh: '收款账户未在期限内更正，未予拨付',
  en: 'The account was not corrected in time: nothing was paid',
};

/** The writes by which a case says that its order is void; its machine releases the money next. */
export function notPaid(
  { case: read, detail }: FundingCase,
  actor: AuditActor,
  { cases, now }: MoneyServices,
  reason: Bilingual = NOT_CORRECTED,
): GuardedWrite[] {
  const { payment } = detail.progress ?? {};
  if (payment === undefined) throw new Error(`nothing was ordered for ${read.caseId}`);
  const progress = { ...detail.progress, payment: { ...payment, state: 'VOID' as const } };
  const outcome = { end: 'payment-not-made' as const, reasons: [reason] };
  const details = { orderNumber: payment.orderNumber };
  return cases.change(
    read,
    { detail: { ...detail, progress, outcome } },
    { kind: 'payment-void', at: localInstant(now()), actor, details },
  );
}
