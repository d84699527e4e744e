import * as z from 'zod';
import { Material, NewMaterial } from './material.ts';
import { routeContract } from './route-contract.ts';

export const SendMaterial = routeContract({
  operationId: 'sendMaterial',
  method: 'POST',
  path: '/v1/cases/{caseId}/materials',
  summary: {
    zh: '申请人主动补充材料（办理时限不暂停）',
    en: 'Send material of one’s own accord to who has not answered yet: no clock stops',
  },
  access: { who: ['enterprise'], object: 'case' },
  params: z.strictObject({ caseId: z.string().min(1).max(64) }),
  body: NewMaterial,
  reply: Material,
  status: 201,
  idempotencyKey: true,
});
