import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { createVirtualClock } from '../../../local/clock.ts';
import type { DemandSubmission } from '../../../workflows/financing-demand/contract.ts';
import type { Delivery } from '../../../workflows/financing-demand/list/contract.ts';
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import { product } from '../../functions/financing-demand/financing-world.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { demandOf } from './demand-of.ts';

let platform: TestPlatform;
let enterprise: Person;
const MINUTE_MS = 60_000;
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

async function submit(variation: Partial<DemandSubmission['terms']> = {}): Promise<CaseSummary> {
  const { body } = await enterprise.post<CaseSummary>('/v1/financing-demands', demandOf(platform, variation));
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
