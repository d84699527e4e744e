import { releaseEach } from '../claims/each-patent.ts';
import type { MoneyServices } from '../store/money-services.ts';

/** Patents without an amount are free for whoever applies next. Done again it changes nothing. */
export async function releaseStruck(caseId: string, services: MoneyServices): Promise<void> {
  const rows = await services.applications.read(caseId);
  const struck = rows.filter(({ amountFen, excluded }) => amountFen === undefined && excluded !== undefined);
  await releaseEach(struck, caseId, services);
}
