import * as z from 'zod';
import { PageQuery, pageOf } from '../../shared/page.ts';
import { routeContract } from '../../shared/route-contract.ts';
import { Delivery, DemandList, ListItem } from './contract.ts';

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

const ListPath = z.strictObject({ listNumber: z.coerce.number().int().min(1).max(99_999_999) });

const ofOwnLists = {
  method: 'GET',
  access: { who: ['bank'] },
  scope: 'deliveries:read',
  status: 200,
} as const;

export const ListDemandLists = routeContract({
  ...ofOwnLists,
  operationId: 'listDemandLists',
  path: '/v1/institutions/me/lists',
  summary: { zh: '本机构的需求清单，新的在前', en: "One's lists, newest first" },
  query: PageQuery,
  reply: pageOf(DemandList),
});

export const ReadDemandList = routeContract({
  ...ofOwnLists,
  operationId: 'readDemandList',
  path: '/v1/institutions/me/lists/{listNumber}',
  summary: {
    zh: '一份需求清单的条目，可据以核验哈希链',
    en: 'The items of a list as they were hashed, chunk by chunk (docs/financing.md)',
  },
  params: ListPath,
  query: z.strictObject({ cursor: z.string().min(1).max(1000).optional() }),
  reply: z.strictObject({
    list: DemandList,
    chunks: z.array(z.array(ListItem)),
    /** There are more chunks. */
    cursor: z.string().optional(),
  }),
});

export const ExportDemandList = routeContract({
  ...ofOwnLists,
  operationId: 'exportDemandList',
  path: '/v1/institutions/me/lists/{listNumber}/table',
  summary: {
    zh: '下载一份需求清单（XLSX，按当前授权）',
    en: 'A list as XLSX, each demand as the consent lets it be seen now',
  },
  params: ListPath,
  reply: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
