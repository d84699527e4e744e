import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { createVirtualClock } from '../../../local/clock.ts';
import type { DemandSubmission } from '../../../workflows/financing-demand/contract.ts';
import type { Delivery } from '../../../workflows/financing-demand/list/contract.ts';
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import { demand, product } from '../../functions/financing-demand/financing-world.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';

let platform: TestPlatform;
let enterprise: Person;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Just before the lists of a working day, a make-up workday (调休): by the calendar, and not by Monday to Friday. */
const SATURDAY = Date.parse('2026-10-10T08:58:00+08:00');

beforeAll(async () => {
  platform = await startPlatform({ clock: createVirtualClock(SATURDAY) });
  enterprise = await platform.signIn('qiyuan');
  for (const username of ['bank-one', 'bank-two']) {
    const banker = await platform.signIn(username);
    await banker.put('/v1/institutions/me/products', { products: [product()] }, { etag: '"0"' });
  }
});
afterAll(() => platform.stop());

async function tokenOfMachine(scope?: string): Promise<string> {
  const reply = await fetch(`${platform.origin}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'bank-one-machine',
      client_secret: 'demonstration-secret-of-bank-one',
      ...(scope ? { scope } : {}),
    }),
  });
  return ((await reply.json()) as { access_token: string }).access_token;
}

async function pull(token: string, query = ''): Promise<{ status: number; items: Delivery[] }> {
  const reply = await fetch(`${platform.origin}/v1/institutions/me/deliveries${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body = (await reply.json()) as { items?: Delivery[] };
  return { status: reply.status, items: body.items ?? [] };
}

/** The demand as of the platform's present day. */
async function submit(variation: Partial<DemandSubmission['terms']> = {}): Promise<CaseSummary> {
  const now = platform.runtime.clock.now();
  const day = (days: number) => new Date(now + days * DAY_MS).toISOString();
  const { consent, terms, ...rest } = demand();
  const { body } = await enterprise.post<CaseSummary>('/v1/financing-demands', {
    ...rest,
    applicant: { uscc: '91500112LJDEM0017W', name: '重庆启元示范智能装备股份有限公司' },
    terms: {
      ...terms,
      neededByOn: day(30).slice(0, 10),
      validUntilOn: day(60).slice(0, 10),
      ...variation,
    },
    consent: {
      signature: { ...consent.signature, signedOn: day(-2).slice(0, 10) },
      grants: consent.grants.map((grant) => ({ ...grant, from: day(-1), until: day(90) })),
    },
  });
  await platform.settle();
  return body;
}

describe('a bank, by its machine', () => {
  it('gets a demand in the list of a working day, and an urgent one at once', async () => {
    const ordinary = await submit();
    const token = await tokenOfMachine('deliveries:read');
    expect(await pull(token)).toEqual({ status: 200, items: [] });

    await platform.pass(3 * MINUTE_MS);
    const urgent = await submit({ urgent: true });

    const { items } = await pull(await tokenOfMachine('deliveries:read'));
    expect(items).toMatchObject([
      { listNumber: 1, position: 1, kind: 'NEW', demandId: ordinary.caseId },
      { listNumber: 2, position: 1, kind: 'NEW', demandId: urgent.caseId },
    ]);
    expect(items[0]?.demand?.identity?.name).toBe('重庆启元示范智能装备股份有限公司');
  });

  it('is refused without the scope, and as a person of an enterprise', async () => {
    expect((await pull(await tokenOfMachine('products:write'))).status).toBe(403);
    await expect(enterprise.get('/v1/institutions/me/deliveries')).rejects.toThrow(
      'not-for-this-organisation',
    );
  });
});
