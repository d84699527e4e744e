import { RecoveryAnswer, type RecoveryDetail } from '../../workflows/patent-funding/recovery/contract.ts';
import { ConcludeRecovery } from '../../workflows/patent-funding/recovery/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { task } from '../shared/task.ts';
import { fillWaitingList } from './ledger/fill-waiting-list.ts';
import { recovering } from './ledger/reservation-writes.ts';
import { accountOf, programmeToday } from './money/account.ts';
import { fundedBy } from './money/beneficiary.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';
import { type RecoveryCase, readRecovery } from './store/recovery-case.ts';

const ACTOR = { by: 'platform', step: 'ConcludeRecovery' } as const;
type Outcome = NonNullable<RecoveryDetail['outcome']>;

/**
 * What came of it: the money is back in the ledger, or the matter goes to whoever enforces it. The patents stay claimed for ever: an
 * abnormal filing is not funded again. A second run changes nothing.
 */
export async function concludeRecovery(
  { caseId }: { readonly caseId: string },
  services: MoneyServices,
): Promise<{ caseId: string; status: 'DECIDED' }> {
  await untilFresh(() => conclude(caseId, services));
  const { detail } = await readRecovery(caseId, services);
  const reservation = await services.ledger.reservation(detail.funding.caseId);
  if (reservation && detail.outcome?.end === 'recovered') {
    const { programmeId, year } = reservation;
    await fillWaitingList({ programmeId, year }, services);
  }
  return { caseId, status: 'DECIDED' };
}

async function conclude(caseId: string, services: MoneyServices): Promise<void> {
  const recovery = await readRecovery(caseId, services);
  const { case: read, detail } = recovery;
  if (read.status === 'DECIDED') return;
  const outcome = await outcomeOf(recovery, services);
  const at = localInstant(services.now());
  const { funding, amountFen } = detail;
  const recovered = outcome.end === 'recovered';
  const pauses = (await services.desk.ofCase(caseId)).flatMap(({ clock }) => clock.pauses);
  await services.commit([
    ...services.cases.change(
      read,
      { status: 'DECIDED', pauses, detail: { ...detail, outcome } },
      {
        kind: recovered ? 'funding-recovered' : 'funding-not-recovered',
        at,
        actor: ACTOR,
        details: { funding, amountFen, ...outcome },
      },
    ),
    ...(recovered ? await back(recovery, at, services) : []),
    ...services.outbox.notify('recovery-ended', read, at, { ofCase: funding.caseNumber }),
  ]);
}

async function outcomeOf({ detail }: RecoveryCase, { desk }: MoneyServices): Promise<Outcome> {
  const asked = await desk.read(detail.task.taskId);
  if (asked?.answer === undefined) {
    if (asked?.status !== 'CLOSED') throw new Error(`finance has not answered ${detail.task.taskId}`);
    return { end: 'unanswered' };
  }
  const answer = RecoveryAnswer.parse(asked.answer);
  if (answer.outcome === 'not-received') {
    return { end: 'not-recovered', handedTo: answer.handedTo, reason: answer.reason };
  }
  return { end: 'recovered', receivedOn: answer.receivedOn, bankReference: answer.bankReference };
}

/** The entry that takes it off what was spent; the reservation stays, as what was paid once. */
async function back({ detail }: RecoveryCase, at: string, services: MoneyServices): Promise<GuardedWrite[]> {
  const { funding, amountFen, patents, programmeId } = detail;
  const reservation = await services.ledger.reservation(funding.caseId);
  if (reservation === undefined) throw new Error(`nothing was reserved for ${funding.caseId}`);
  const occasion = { at, actor: ACTOR, reason: `追回 / Recovered: ${funding.caseNumber}` };
  const { account, afterYearEnd } = await accountOf(reservation, occasion, services);
  const { fastLane } = await programmeToday(programmeId, services);
  const numbers = new Set(patents.map(({ number }) => number));
  const rows = (await services.applications.read(funding.caseId)).filter(({ number }) => numbers.has(number));
  const funded = fundedBy(rows, fastLane.keyIndustries);
  return recovering(
    { account, reservation, occasion, ledger: services.ledger },
    amountFen,
    funded,
    afterYearEnd,
  );
}

export const handler = task(ConcludeRecovery, concludeRecovery, moneyServices);
