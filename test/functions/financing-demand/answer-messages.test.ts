import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSecret } from '../../../functions/financing-demand/endpoint/new-secret.ts';
import { receiveAnswer } from '../../../functions/financing-demand/receive-answer.ts';
import {
  type EndpointStore,
  endpointStore,
} from '../../../functions/financing-demand/store/endpoint-store.ts';
import { route } from '../../../functions/shared/route.ts';
import {
  answerMessage,
  type SignedRequest,
  signedRequest,
} from '../../../tools/bank-simulator/answer-message.ts';
import { ReceiveAnswer } from '../../../workflows/financing-demand/answer/routes.ts';
import type { EndpointStatus, SigningSecret } from '../../../workflows/financing-demand/endpoint/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { NOW } from '../support/world.ts';
import { stepsIn } from './financing-steps.ts';
import { BANK_ONE, BANK_TWO, type FinancingWorld, financingWorld } from './financing-world.ts';

const database = useDatabase();
const MINUTE_MS = 60_000;
const [key, nextKey] = [newSecret(NOW), newSecret(NOW)];
let w: FinancingWorld;
let endpoints: EndpointStore;
let demandId: string;
let count = 0;

beforeAll(async () => {
  await stepsIn(financingWorld(database.db())).offerProducts(BANK_ONE);
});
beforeEach(async () => {
  w = financingWorld(database.db());
  endpoints = endpointStore(database.db(), 'DeliveryTable', () => 'CaseTable');
  await endpoint([key]);
  demandId = await stepsIn(w).sent();
});

async function endpoint(secrets: SigningSecret[], status: EndpointStatus = 'ACTIVE'): Promise<void> {
  const { organisationId: institutionId, organisationName: institutionName } = BANK_ONE;
  const read = await endpoints.read(institutionId);
  const next = {
    institutionId,
    institutionName,
    url: 'https://bank.example/',
    status,
    changedAt: NOW,
    secrets,
  };
  const deed = { kind: 'endpoint-changed', at: NOW, actor: { by: 'platform', step: 'test' } } as const;
  await w.commit(endpoints.put(read, next, deed));
}

const OFFER = {
  kind: 'offer',
  amountFen: 300_000_000,
  rateBasisPoints: 420,
  termMonths: 12,
  validUntilOn: '2026-12-31',
} as const;

const message = (id = `m-${++count}`, { secret } = key, at = w.now()) =>
  answerMessage({ id, at, demandId, answer: OFFER }, secret);
const post = ({ headers, body }: SignedRequest, { organisationId }: Actor = BANK_ONE) =>
  send(
    route(ReceiveAnswer, receiveAnswer, () => ({ ...w, endpoints })),
    { path: { institutionId: organisationId }, headers, body },
  );
const answerOf = () => w.answers.read({ demandId, institutionId: BANK_ONE.organisationId });

describe('an answer by a signed message', () => {
  it('does what the answer over the API does, in the name of the institution', async () => {
    expect(await post(message())).toMatchObject({
      status: 201,
      json: { status: 'OFFERED', offer: { rateBasisPoints: 420 } },
    });

    expect(await answerOf()).toMatchObject({ status: 'OFFERED', version: 1 });
    const { items } = await w.cases.readAudit(demandId, { limit: 10 });
    expect(items.at(-1)).toMatchObject({
      kind: 'demand-answered',
      actor: { organisationId: BANK_ONE.organisationId, personName: '机构系统（签名消息）' },
    });
  });

  it('that is replayed is answered alike and counts once, also at the same moment', async () => {
    const once = message();
    const replies = [...(await Promise.all([post(once), post(once)])), await post(once)];

    expect(replies.map(({ status, json }) => [status, json.version])).toEqual([
      [201, 1],
      [201, 1],
      [201, 1],
    ]);
    expect(await answerOf()).toMatchObject({ version: 1 });
  });

  it('is refused with other words under the id of another', async () => {
    const { body } = message('the-same');
    await post(signedRequest('the-same', w.now(), body, key.secret));
    const other = signedRequest('the-same', w.now(), body.replace('420', '400'), key.secret);

    expect(await post(other)).toMatchObject({ status: 422, json: { code: 'idempotency-key-reused' } });
    expect(await answerOf()).toMatchObject({ offer: { rateBasisPoints: 420 } });
  });

  it.each<[string, () => SignedRequest, string]>([
    ['signed by another key', () => message('f-1', newSecret(NOW)), 'message-not-genuine'],
    [
      'changed after it was signed',
      () => ({ ...message(), body: message('f-2').body }),
      'message-not-genuine',
    ],
    [
      'six minutes old',
      () => message('f-3', key, new Date(w.now().getTime() - 6 * MINUTE_MS)),
      'message-out-of-time',
    ],
    [
      'of a clock six minutes ahead',
      () => message('f-4', key, new Date(w.now().getTime() + 6 * MINUTE_MS)),
      'message-out-of-time',
    ],
    ['without a signature', () => ({ ...message(), headers: { 'webhook-id': 'f-5' } }), 'message-unsigned'],
  ])('is refused where it is %s, and keeps nothing', async (_, forged, code) => {
    expect(await post(forged())).toMatchObject({ status: 401, json: { code } });
    expect(await answerOf()).toBeUndefined();
  });

  it('is taken from a clock four minutes wrong', async () => {
    expect(await post(message('skewed', key, new Date(w.now().getTime() - 4 * MINUTE_MS)))).toMatchObject({
      status: 201,
    });
  });

  it('in the name of an institution without keys is answered like a wrong signature', async () => {
    const refusals = [
      await post(message(), BANK_TWO),
      await post(message(), { ...BANK_TWO, organisationId: 'nobody' }),
    ];

    expect(refusals.map(({ json }) => json.code)).toEqual(['message-not-genuine', 'message-not-genuine']);
  });

  it('is taken by the old key while it still signs, and not afterwards', async () => {
    const endsAt = new Date(w.now().getTime() + 60 * MINUTE_MS).toISOString();
    await endpoint([nextKey, { ...key, endsAt }]);
    expect(await post(message('old', key))).toMatchObject({ status: 201 });
    expect(await post(message('new', nextKey))).toMatchObject({ status: 201 });

    w.setNow(new Date(w.now().getTime() + 61 * MINUTE_MS));
    expect(await post(message('too-old', key))).toMatchObject({ status: 401 });
  });

  it('is not taken while the endpoint is disabled', async () => {
    await endpoint([key], 'DISABLED');

    expect(await post(message())).toMatchObject({ status: 409, json: { code: 'endpoint-not-active' } });
  });

  it('is none where it is a message of the platform sent back, and lists every fault', async () => {
    const list = {
      specversion: '1.0',
      id: 'l-1',
      type: 'cn.liangjiang.financing.list.v1',
      data: { number: 0 },
    };
    const { status, json } = await post(signedRequest('l-1', w.now(), JSON.stringify(list), key.secret));

    expect(status).toBe(422);
    const pointers = (json.faults as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/type', '/source', '/data/demandId', '/data/answer']));
    const renamed = signedRequest('another', w.now(), message('one').body, key.secret);
    expect(await post(renamed)).toMatchObject({
      status: 422,
      json: { faults: [{ pointer: '/id', code: 'id-differs' }] },
    });
  });
});
