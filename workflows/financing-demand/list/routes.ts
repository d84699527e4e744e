import * as z from 'zod';
import { routeContract } from '../../shared/route-contract.ts';
import { Delivery } from './contract.ts';

/** The longest a request may wait for something new: API Gateway ends it after 29 s, whatever it waits for. */
export const LONGEST_WAIT_SECONDS = 20;

export const PullDeliveries = routeContract({
  operationId: 'pullDeliveries',
  method: 'GET',
  path: '/v1/institutions/me/deliveries',
  summary: {
    zh: '拉取本机构的需求清单条目（长轮询）',
    en: "Items of one's lists after a cursor, waiting for something new if asked",
  },
  access: { who: ['bank'] },
  scope: 'deliveries:read',
  query: z.strictObject({
    /** The `cursor` of the answer before; from the first list on unless told. */
    after: z.string().min(1).max(1000).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    waitSeconds: z.coerce.number().int().min(0).max(LONGEST_WAIT_SECONDS).default(0),
  }),
  reply: z.strictObject({
    items: z.array(Delivery),
    /** Always there: ask with it next time. */
    cursor: z.string(),
  }),
  status: 200,
});
