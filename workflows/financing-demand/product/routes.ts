import * as z from 'zod';
import { routeContract } from '../../shared/route-contract.ts';
import { TableFile } from '../../shared/table/table-file.ts';
import { ProductCatalogue, ProductReplacement } from './contract.ts';

/** The handler judges it: one answer lists the faults of shape and of rules together. */
const AnyProducts = z.unknown().meta({ ...ProductReplacement.toJSONSchema({ io: 'input' }) });

const replace = {
  method: 'PUT',
  access: { who: ['bank'] },
  scope: 'products:write',
  reply: ProductCatalogue,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
} as const;

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
  ...replace,
  operationId: 'replaceProducts',
  path: '/v1/institutions/me/products',
  summary: { zh: '更新本机构的产品目录（整体替换）', en: "Replace one's products, as a whole" },
  body: AnyProducts,
});

export const ExportProducts = routeContract({
  operationId: 'exportProducts',
  method: 'GET',
  path: '/v1/institutions/me/products/table',
  summary: {
    zh: '下载本机构的产品目录（XLSX，可填写后上传）',
    en: "One's products as XLSX, to change and send back",
  },
  access: { who: ['bank'] },
  reply: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  status: 200,
});

export const ImportProducts = routeContract({
  ...replace,
  operationId: 'importProducts',
  path: '/v1/institutions/me/products/table',
  summary: {
    zh: '以表格文件更新产品目录（XLSX、CSV，整体替换）',
    en: "Replace one's products by a file, XLSX or CSV",
  },
  body: TableFile,
  bodyLimitBytes: 2 * 1024 * 1024,
});
