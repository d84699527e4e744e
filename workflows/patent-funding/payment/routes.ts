import * as z from 'zod';
import { CaseSummary } from '../../shared/case.ts';
import { routeContract } from '../../shared/route-contract.ts';
import { BankAccount } from '../contract.ts';
import { OrderFile } from './contract.ts';

/** What the department that pays has to pay now. Its answers go through the desk: one task for each order. */
export const ListPaymentOrders = routeContract({
  operationId: 'listPaymentOrders',
  method: 'GET',
  path: '/v1/departments/me/payment-orders',
  summary: { zh: '待拨付清单（含校验和）', en: 'What is to be paid, with control sums' },
  access: { who: ['department'] },
  reply: OrderFile,
  status: 200,
});

export const ExportPaymentOrders = routeContract({
  operationId: 'exportPaymentOrders',
  method: 'GET',
  path: '/v1/departments/me/payment-orders.xlsx',
  summary: { zh: '导出待拨付清单（XLSX，含校验和）', en: 'The same as a workbook' },
  access: { who: ['department'] },
  reply: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  status: 200,
});

export const CorrectPaymentAccount = routeContract({
  operationId: 'correctPaymentAccount',
  method: 'PUT',
  path: '/v1/cases/{caseId}/payment-account',
  summary: { zh: '更正被退回的收款账户', en: 'Correct the account that finance returned' },
  access: { who: ['enterprise'], object: 'case' },
  params: z.strictObject({ caseId: z.string().min(1).max(64) }),
  body: z.strictObject({ account: BankAccount }),
  reply: CaseSummary,
  status: 200,
  ifMatch: true,
});
