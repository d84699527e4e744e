import * as z from 'zod';
import { PageQuery, pageOf } from '../../shared/page.ts';
import { routeContract } from '../../shared/route-contract.ts';
import { DeliveryAttempt, DeliveryState } from '../delivery/contract.ts';
import { Endpoint, SigningSecret } from './contract.ts';

/** An institution reaches its own endpoint, by its USCC or as `me`; the office reaches all. */
const OWN = { who: ['bank'], object: 'institution' } as const;
const OWN_OR_OFFICE = { who: ['bank', 'office'], object: 'institution' } as const;
const InstitutionPath = z.strictObject({ institutionId: z.string().min(1).max(64) });

/** An endpoint and how its deliveries stand; `delivery` is absent before the first list. */
export const EndpointView = z.strictObject({ endpoint: Endpoint, delivery: DeliveryState.optional() });
export type EndpointView = z.infer<typeof EndpointView>;

/** The ETag is that of the endpoint. */
export const ShowEndpoint = routeContract({
  operationId: 'showEndpoint',
  method: 'GET',
  path: '/v1/institutions/{institutionId}/endpoint',
  summary: {
    zh: '查看接收地址与推送状态',
    en: 'The endpoint of an institution and how its deliveries stand',
  },
  access: OWN_OR_OFFICE,
  params: InstitutionPath,
  reply: EndpointView,
  status: 200,
});

/** An endpoint as the office supervises it. */
const SupervisedEndpoint = EndpointView.extend({
  /** How many lists were made and have not arrived. */
  waiting: z.int().nonnegative(),
});

export const ListEndpoints = routeContract({
  operationId: 'listEndpoints',
  method: 'GET',
  path: '/v1/institution-endpoints',
  summary: {
    zh: '各机构的接收地址与推送状态，含停用与未送达清单',
    en: 'Endpoints of all institutions: what is disabled, which lists wait or were given up',
  },
  access: { who: ['office'] },
  query: PageQuery,
  reply: pageOf(SupervisedEndpoint),
  status: 200,
});

/**
 * If-Match `"0"` for the first one. A new URL has to be verified before anything is sent to it; the keys stay. Lists that were made before the
 * first one was registered are sent only where `fromNumber` asks for them; with another URL it goes on where it was.
 */
export const PutEndpoint = routeContract({
  operationId: 'putEndpoint',
  method: 'PUT',
  path: '/v1/institutions/{institutionId}/endpoint',
  summary: { zh: '登记或更改接收地址', en: 'Register or change the endpoint that lists are pushed to' },
  access: OWN,
  params: InstitutionPath,
  body: z.strictObject({
    url: z.string().min(1).max(2000),
    /** Of the first endpoint: the first list to be sent; unless told, the next one that is made. */
    fromNumber: z.int().positive().optional(),
  }),
  reply: Endpoint,
  status: 200,
  ifMatch: true,
});

export const VerifyEndpoint = routeContract({
  operationId: 'verifyEndpoint',
  method: 'POST',
  path: '/v1/institutions/{institutionId}/endpoint/verification',
  summary: {
    zh: '验证接收地址：平台发送随机串，地址须返回其签名',
    en: 'Verify the endpoint: it is sent a challenge and answers its signature; then lists are pushed',
  },
  access: OWN,
  params: InstitutionPath,
  reply: Endpoint,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});

export const ShowEndpointSecrets = routeContract({
  operationId: 'showEndpointSecrets',
  method: 'GET',
  path: '/v1/institutions/{institutionId}/endpoint/secrets',
  summary: { zh: '查看签名密钥', en: 'The keys that sign messages to the endpoint, the newest first' },
  access: OWN,
  params: InstitutionPath,
  reply: z.strictObject({ secrets: z.array(SigningSecret) }),
  status: 200,
});

/** The keys are read afterwards: an answer that is kept to be given again must not hold them. */
export const RotateEndpointSecret = routeContract({
  operationId: 'rotateEndpointSecret',
  method: 'POST',
  path: '/v1/institutions/{institutionId}/endpoint/secrets',
  summary: {
    zh: '更换签名密钥：旧密钥在期限内继续并行签名',
    en: 'A new key: the present one goes on signing beside it for some hours',
  },
  access: OWN,
  params: InstitutionPath,
  body: z.strictObject({
    /** 0 where the present key is no longer secret. */
    previousHours: z.int().min(0).max(168).optional(),
  }),
  reply: Endpoint,
  status: 201,
  idempotencyKey: true,
  ifMatch: true,
});

export const DisableEndpoint = routeContract({
  operationId: 'disableEndpoint',
  method: 'POST',
  path: '/v1/institutions/{institutionId}/endpoint/disable',
  summary: { zh: '停用接收地址', en: 'Disable the endpoint; a verification enables it again' },
  access: OWN_OR_OFFICE,
  params: InstitutionPath,
  reply: Endpoint,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});

export const ListDeliveryAttempts = routeContract({
  operationId: 'listDeliveryAttempts',
  method: 'GET',
  path: '/v1/institutions/{institutionId}/endpoint/attempts',
  summary: { zh: '推送记录，最新在前', en: 'Attempts to push lists, the newest list first' },
  access: OWN_OR_OFFICE,
  params: InstitutionPath,
  query: PageQuery,
  reply: pageOf(DeliveryAttempt),
  status: 200,
});

/** The messages keep their ids, so that a receiver knows what it has seen. */
export const ReplayDeliveries = routeContract({
  operationId: 'replayDeliveries',
  method: 'POST',
  path: '/v1/institutions/{institutionId}/endpoint/replays',
  summary: {
    zh: '从某一期清单起重新推送',
    en: 'Send the lists from this number on again, in their order',
  },
  access: OWN_OR_OFFICE,
  params: InstitutionPath,
  body: z.strictObject({ fromNumber: z.int().positive() }),
  reply: DeliveryState,
  status: 202,
  idempotencyKey: true,
});
