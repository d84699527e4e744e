import * as z from 'zod';
import { routeContract } from '../../shared/route-contract.ts';
import { TableFile } from '../../shared/table/table-file.ts';
import { RegistryRecord } from './contract.ts';

export const LoadPatentRegister = routeContract({
  operationId: 'loadPatentRegister',
  method: 'POST',
  path: '/v1/patent-register/records',
  summary: {
    zh: '加载专利登记信息（同一专利以最后加载的为准）',
    en: 'Load records of patents: the one loaded last counts',
  },
  access: { who: ['department', 'office'] },
  body: z.union([
    z.strictObject({ records: z.array(RegistryRecord).min(1).max(2000) }),
    /** Columns: workflows/patent-funding/table/register-columns.ts. */
    z.strictObject({ file: TableFile }),
  ]),
  bodyLimitBytes: 4 * 1024 * 1024,
  reply: z.strictObject({ loaded: z.int().nonnegative() }),
  status: 200,
  idempotencyKey: true,
});
