import { releaseEach } from '../claims/each-patent.ts';
import { fillWaitingList } from '../ledger/fill-waiting-list.ts';
import type { MoneyServices } from '../store/money-services.ts';

/**
 * What was struck out is free: the patents for whoever applies next, the money for whoever waits first. Done again it changes nothing.
 */
export async function releaseStruck(caseId: string, services: MoneyServices): Promise<void> {
  const rows = await services.applications.read(caseId);
  const struck = rows.filter(({ amountFen, excluded }) => amountFen === undefined && excluded !== undefined);
  if (struck.length === 0) return;
  await releaseEach(struck, caseId, services);
  const reservation = await services.ledger.reservation(caseId);
  if (reservation === undefined) return;
  const { programmeId, year } = reservation;
  await fillWaitingList({ programmeId, year }, services);
}
