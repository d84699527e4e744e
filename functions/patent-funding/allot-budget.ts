import { AllotBudget } from '../../workflows/patent-funding/ledger/routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { accountLine, budgetNotFound } from './ledger/account-line.ts';
import { fillWaitingList } from './ledger/fill-waiting-list.ts';
import { entryOf } from './ledger/occasion.ts';
import { openedAccount } from './ledger/opened-account.ts';
import { plannedFor, programmeToday } from './money/account.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

type Contract = typeof AllotBudget;

/**
 * More money for a budget; whoever waits first gets it. A budget that nobody touched yet is opened with what its programme plans.
 * @throws RefusedError 404 no such programme; 409 the year is closed
 */
export async function allotBudget(
  input: RouteInput<Contract>,
  services: MoneyServices,
): Promise<RouteReply<Contract>> {
  const reply = await untilFresh(() => store(input, services));
  await fillWaitingList(input.params, services);
  return reply;
}

async function store(
  { params, actor, body, idempotency }: RouteInput<Contract>,
  services: MoneyServices,
): Promise<RouteReply<Contract>> {
  const { ledger, commit, now } = services;
  const known = await services.programmes.inEffect(params.programmeId, localInstant(now()).slice(0, 10));
  if (known === undefined) throw budgetNotFound();
  const occasion = { at: localInstant(now()), actor: personOf(actor), reason: body.documentNumber };
  const programme = await programmeToday(params.programmeId, services);
  const account = await openedAccount(plannedFor(programme, params.year), occasion, services);
  if (account.state === 'CLOSED') {
    throw new RefusedError({
      status: 409,
      code: 'budget-closed',
      zh: '该年度预算已结转，不能追加',
      en: 'The year of this budget is closed: nothing more is allotted to it',
      present: { ...params, state: account.state },
    });
  }
  const entry = entryOf(account, { kind: 'allot', amountFen: body.amountFen }, occasion);
  const line = await accountLine(account, services);
  const reply: RouteReply<Contract> = {
    body: {
      ...line,
      allottedFen: line.allottedFen + body.amountFen,
      remainingFen: line.remainingFen + body.amountFen,
    },
  };
  await commit([services.idempotency.remember(idempotency, reply, now()), ...ledger.post(account, [entry])]);
  return reply;
}

export const handler = route(AllotBudget, allotBudget, moneyServices);
