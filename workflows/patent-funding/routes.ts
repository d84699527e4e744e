import * as z from 'zod';
import { CaseSummary } from '../shared/case.ts';
import { PageQuery, pageOf } from '../shared/page.ts';
import { routeContract } from '../shared/route-contract.ts';
import { TableFile } from '../shared/table/table-file.ts';
import { PatentRow, SentApplication } from './contract.ts';

/** The door takes any JSON and the handler judges it: one answer lists the faults of all lines, of shape and of rules together. */
const AnyApplication = z.unknown().meta({ ...SentApplication.toJSONSchema({ io: 'input' }) });

/** Five hundred patents with the longest names. */
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

export const SubmitFundingApplication = routeContract({
  operationId: 'submitFundingApplication',
  method: 'POST',
  path: '/v1/patent-funding/applications',
  summary: { zh: '提交专利资助申请', en: 'Apply for the funding of patents' },
  access: { who: ['enterprise'] },
  body: AnyApplication,
  bodyLimitBytes: BODY_LIMIT_BYTES,
  reply: CaseSummary,
  status: 201,
  idempotencyKey: true,
});

export const CheckPatentsFile = routeContract({
  operationId: 'checkPatentsFile',
  method: 'POST',
  path: '/v1/patent-funding/checked-files',
  summary: {
    zh: '核对专利清单文件：返回带“错误说明”列的表格（不保存）',
    en: 'Check a file of patents: the same table with a column of what is wrong with each line; nothing is kept',
  },
  access: { who: ['enterprise'] },
  body: z.strictObject({ programmeId: z.string().min(1).max(64), patentsFile: TableFile }),
  bodyLimitBytes: BODY_LIMIT_BYTES,
  reply: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  status: 200,
});

export const ListCasePatents = routeContract({
  operationId: 'listCasePatents',
  method: 'GET',
  path: '/v1/cases/{caseId}/patents',
  summary: {
    zh: '申请中的专利及逐件核查结果',
    en: 'The patents of an application, with what the registry says, the rules they fail and the amounts',
  },
  access: { who: ['enterprise', 'department', 'office'], object: 'case' },
  params: z.strictObject({ caseId: z.string().min(1).max(64) }),
  query: PageQuery,
  reply: pageOf(PatentRow),
  status: 200,
});
