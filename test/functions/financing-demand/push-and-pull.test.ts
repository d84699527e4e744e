import { beforeAll, expect, it } from 'vitest';
import { demandLists } from '../../../functions/financing-demand/delivery/demand-lists.ts';
import { demandRoute } from '../../../functions/financing-demand/demand/demand-route.ts';
import { withdrawConsent } from '../../../functions/financing-demand/withdraw-consent.ts';
import { startEndpoint } from '../../../tools/bank-simulator/endpoint.ts';
import { WithdrawConsent } from '../../../workflows/financing-demand/change/routes.ts';
import type { Delivery } from '../../../workflows/financing-demand/list/contract.ts';
import { ENTERPRISE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { stepsIn } from './financing-steps.ts';
import { BANK_ONE, type FinancingWorld, financingWorld } from './financing-world.ts';
import { pushing } from './push-all.ts';

const database = useDatabase();
let w: FinancingWorld;
let steps: ReturnType<typeof stepsIn>;
const demands: string[] = [];

beforeAll(async () => {
  w = financingWorld(database.db());
  steps = stepsIn(w);
  await steps.offerProducts(BANK_ONE);
  for (let count = 0; count < 3; count++) demands.push(await steps.sent());
  await steps.drawUp(BANK_ONE);
});

interface Pushed {
  readonly items: readonly Delivery[];
  readonly itemCount: number;
  readonly after?: string;
}
const pushed = async (mostRows?: number) =>
  (await demandLists(w, mostRows).read(BANK_ONE.organisationId, 1))?.data as Pushed | undefined;

it('push and pull show the same rows, and a list that is longer than a message goes on by pull', async () => {
  const { items } = await steps.pull(BANK_ONE);
  expect((await pushed())?.items).toEqual(items);

  const begun = await pushed(2);
  expect(begun).toMatchObject({ itemCount: 3, items: items.slice(0, 2) });
  const rest = await steps.pull(BANK_ONE, { after: String(begun?.after) });
  expect([...(begun?.items ?? []), ...rest.items]).toEqual(items);
});

it('what is pushed of a list is what the consent gives at that moment, also where it is sent again', async () => {
  const [first = ''] = demands;
  await send(
    demandRoute(WithdrawConsent, withdrawConsent, () => w),
    {
      actor: ENTERPRISE,
      path: { demandId: first },
      headers: { 'idempotency-key': 'withdrawn' },
      body: { grantIds: [1] },
    },
  );

  const shown = (await pushed())?.items.filter(({ demandId }) => demandId === first);
  expect(shown).toMatchObject([{ kind: 'NEW' }]);
  expect(shown?.[0]).not.toHaveProperty('demand');
});

it('a consent that is withdrawn ends what pull shows in the same moment, and is posted to the endpoint as a list of its own', async () => {
  const endpoint = await startEndpoint({ now: w.now });
  try {
    const { connect, all } = pushing(database.db(), w);
    await connect(BANK_ONE, endpoint);
    const [, second = ''] = demands;
    expect(await steps.withdraw(second, [1])).toMatchObject({ status: 200 });

    const { items } = await steps.pull(BANK_ONE);
    const shown = items.filter(({ demandId }) => demandId === second);
    expect(shown.map(({ kind, demand }) => [kind, demand])).toEqual([
      ['NEW', undefined],
      ['CONSENT_WITHDRAWN', undefined],
    ]);
    const posted = await all(BANK_ONE.organisationId, 1, endpoint);
    expect(posted).toEqual(items);
    expect(endpoint.lists().at(-1)).toMatchObject({
      data: { items: [{ demandId: second, kind: 'CONSENT_WITHDRAWN' }] },
    });
  } finally {
    await endpoint.stop();
  }
});

it('there is nothing to push of a list that is not sealed, or to who is no institution any more', async () => {
  expect(await demandLists(w).read(BANK_ONE.organisationId, 9)).toBeUndefined();
  expect(await demandLists(w).read('91310115LJDEM005X7', 1)).toBeUndefined();
});
