import { randomUUID } from 'node:crypto';
import type { WebhookClient } from '../../../functions/financing-demand/client/webhook-client.ts';
import { webhookClient } from '../../../functions/financing-demand/client/webhook-client.ts';
import { deliverList } from '../../../functions/financing-demand/deliver-list.ts';
import type { DeliverableList } from '../../../functions/financing-demand/delivery/deliverable-lists.ts';
import { wakeDelivery } from '../../../functions/financing-demand/delivery/wake-delivery.ts';
import { disableEndpoint } from '../../../functions/financing-demand/disable-endpoint.ts';
import { listDeliveryAttempts } from '../../../functions/financing-demand/list-delivery-attempts.ts';
import { listEndpoints } from '../../../functions/financing-demand/list-endpoints.ts';
import { putEndpoint } from '../../../functions/financing-demand/put-endpoint.ts';
import { replayDeliveries } from '../../../functions/financing-demand/replay-deliveries.ts';
import { rotateEndpointSecret } from '../../../functions/financing-demand/rotate-endpoint-secret.ts';
import { showEndpoint } from '../../../functions/financing-demand/show-endpoint.ts';
import { showEndpointSecrets } from '../../../functions/financing-demand/show-endpoint-secrets.ts';
import { deliveryStore } from '../../../functions/financing-demand/store/delivery-store.ts';
import { endpointStore } from '../../../functions/financing-demand/store/endpoint-store.ts';
import { pushMarks } from '../../../functions/financing-demand/store/push-marks.ts';
import { verifyEndpoint } from '../../../functions/financing-demand/verify-endpoint.ts';
import { type RouteHandler, route } from '../../../functions/shared/route.ts';
import { type EndpointOptions, startEndpoint } from '../../../tools/bank-simulator/endpoint.ts';
import type { Endpoint, SigningSecret } from '../../../workflows/financing-demand/endpoint/contract.ts';
import * as routes from '../../../workflows/financing-demand/endpoint/routes.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { BANK } from '../support/actors.ts';
import type { Database } from '../support/database.ts';
import { send } from '../support/http.ts';
import { NOW, world } from '../support/world.ts';

/** Answers must come within this time here; the rules say ten seconds. */
const TIMEOUT_MS = 1_000;

/** Institutions, their simulated endpoints and the machine that pushes to them, on a real database and a clock of its own. */
export function deliveryWorld(database: Database) {
  let now = new Date(NOW);
  let after: (() => Promise<unknown>) | undefined;
  const lists = new Map<string, DeliverableList>();
  const started: { institutionId: string; run: number }[] = [];
  const nameOf = ({ institutionId, run }: { institutionId: string; run: number }) =>
    `${institutionId}-${run}`;
  /** Executions that ended and wrote nothing. */
  const broken = new Set<string>();
  const base = world(database.db());
  const direct = webhookClient('public-and-loopback', { timeoutMs: TIMEOUT_MS, answerLimitBytes: 16_384 });
  const webhooks: WebhookClient = {
    async post(...message) {
      const reply = await direct.post(...message);
      const meanwhile = after;
      after = undefined;
      await meanwhile?.();
      return reply;
    },
  };
  const services = {
    ...base,
    now: () => now,
    endpoints: endpointStore(database.db(), 'DeliveryTable', () => 'CaseTable'),
    deliveries: deliveryStore(database.db(), 'DeliveryTable'),
    pushMarks: pushMarks(database.db(), 'FinancingTable'),
    deliveryMachine: {
      start: async (run: { institutionId: string; run: number }) => {
        const existed = started.some((one) => nameOf(one) === nameOf(run));
        started.push(run);
        return existed ? ('existed' as const) : ('begun' as const);
      },
      hasEnded: async (run: { institutionId: string; run: number }) => broken.has(nameOf(run)),
    },
    lists: {
      read: async (institutionId: string, number: number) => lists.get(`${institutionId}#${number}`),
    },
    webhooks,
    publicBaseUrl: 'https://platform.example',
    targets: 'public-and-loopback' as const,
    lastNumber: async (institutionId: string) =>
      [...lists.keys()].filter((key) => key.startsWith(`${institutionId}#`)).length,
  };
  const api = {
    show: route(routes.ShowEndpoint, showEndpoint, () => services),
    list: route(routes.ListEndpoints, listEndpoints, () => services),
    put: route(routes.PutEndpoint, putEndpoint, () => services),
    verify: route(routes.VerifyEndpoint, verifyEndpoint, () => services),
    secrets: route(routes.ShowEndpointSecrets, showEndpointSecrets, () => services),
    rotate: route(routes.RotateEndpointSecret, rotateEndpointSecret, () => services),
    disable: route(routes.DisableEndpoint, disableEndpoint, () => services),
    attempts: route(routes.ListDeliveryAttempts, listDeliveryAttempts, () => services),
    replay: route(routes.ReplayDeliveries, replayDeliveries, () => services),
  };

  const call = (handler: RouteHandler, actor: Actor, { version, body, of = 'me' }: Call = {}) =>
    send(handler, {
      actor,
      path: { institutionId: of },
      headers: {
        'idempotency-key': randomUUID(),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      body,
    });
  const versionOf = async (actor: Actor) =>
    (await services.endpoints.read(actor.organisationId))?.version ?? 0;

  return {
    services,
    api,
    call,
    started,
    now: () => now,
    pass: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
    /** Lets something happen when the next message was answered and nothing is written yet. */
    afterNextMessage: (act: () => Promise<unknown>) => {
      after = act;
    },
    /** Registers an endpoint and takes its keys over; not yet verified. */
    async registered(actor: Actor = BANK, options: EndpointOptions = {}, fromNumber?: number) {
      const endpoint = await startEndpoint({ now: () => now, ...options });
      await call(api.put, actor, {
        version: await versionOf(actor),
        body: { url: endpoint.url, ...(fromNumber && { fromNumber }) },
      });
      const { json } = await call(api.secrets, actor);
      endpoint.trust((json.secrets as SigningSecret[]).map(({ secret }) => secret));
      return endpoint;
    },
    verify: async (actor: Actor = BANK) => call(api.verify, actor, { version: await versionOf(actor) }),
    versionOf,
    /** Makes the next list of an institution. */
    async makeList(institutionId: string, number: number) {
      lists.set(`${institutionId}#${number}`, { createdAt: NOW, data: { number, items: [] } });
      await services.commit([services.pushMarks.awaiting(institutionId)]);
      return wakeDelivery(institutionId, services);
    },
    addList: (institutionId: string, number: number) =>
      lists.set(`${institutionId}#${number}`, { createdAt: NOW, data: { number, items: [] } }),
    step: (run: { institutionId: string; run: number }) => deliverList(run, services),
    /** What the machine does (delivery/definition.ts), until nothing is left to do or `steps` were made. */
    async run(institutionId: string, steps = 100) {
      const state = await services.deliveries.state(institutionId);
      const run = { institutionId, run: state?.run ?? 0 };
      const waits: number[] = [];
      for (let step = 0; step < steps; step++) {
        const { verdict, waitSeconds } = await deliverList(run, services);
        if (verdict === 'rest') break;
        if (verdict === 'wait') waits.push(waitSeconds);
        now = new Date(now.getTime() + waitSeconds * 1000);
      }
      return waits;
    },
    state: (institutionId: string) => services.deliveries.state(institutionId),
    /** The run of an institution ends, and can write nothing of it. */
    async breakRun(institutionId: string) {
      const { run = 0 } = (await services.deliveries.state(institutionId)) ?? {};
      broken.add(nameOf({ institutionId, run }));
    },
    endpoint: async (actor: Actor = BANK) =>
      (await call(api.show, actor)).json.endpoint as Endpoint | undefined,
  };
}

interface Call {
  readonly version?: number;
  readonly body?: unknown;
  readonly of?: string;
}

export type DeliveryWorld = ReturnType<typeof deliveryWorld>;
