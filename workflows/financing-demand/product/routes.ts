import * as z from 'zod';
import { routeContract } from '../../shared/route-contract.ts';
import { ProductCatalogue, ProductReplacement } from './contract.ts';

/** The handler judges it: one answer lists the faults of shape and of rules together. */
const AnyProducts = z.unknown().meta({ ...ProductReplacement.toJSONSchema({ io: 'input' }) });

export const ShowProducts = routeContract({
  operationId: 'showProducts',
  method: 'GET',
  path: '/v1/institutions/me/products',
  summary: { zh: '本机构的产品目录（可查历史版本）', en: "One's products; an earlier version where asked" },
  access: { who: ['bank'] },
  query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
  reply: ProductCatalogue,
  status: 200,
});

export const ReplaceProducts = routeContract({
  operationId: 'replaceProducts',
  method: 'PUT',
  path: '/v1/institutions/me/products',
  summary: { zh: '更新本机构的产品目录（整体替换）', en: "Replace one's products, as a whole" },
  access: { who: ['bank'] },
  scope: 'products:write',
  body: AnyProducts,
  reply: ProductCatalogue,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});
