import * as z from 'zod';
import { CaseSummary } from '../../shared/case.ts';
import { routeContract } from '../../shared/route-contract.ts';
import { PassCertificate, PreExaminationForm, RecordedGrant, ReportedFiling } from './contract.ts';
import { PreExaminationRules } from './scope.ts';

const CasePath = z.strictObject({ caseId: z.string().min(1).max(64) });
/** The door takes any JSON and the handler judges it: one answer lists the faults of shape and of scope together. */
const AnyForm = z.unknown().meta({ ...PreExaminationForm.toJSONSchema({ io: 'input' }) });

export const ShowPreExaminationScope = routeContract({
  operationId: 'showPreExaminationScope',
  method: 'GET',
  path: '/v1/pre-examinations/scope',
  summary: {
    zh: '快速预审范围（产业与分类号）',
    en: 'What is examined beforehand: kinds, industries, IPC classes',
  },
  access: { who: 'public' },
  reply: PreExaminationRules,
  status: 200,
});

export const RegisterPreExamination = routeContract({
  operationId: 'registerPreExamination',
  method: 'POST',
  path: '/v1/pre-examinations',
  summary: { zh: '提交专利快速预审', en: 'Register a filing for fast pre-examination' },
  access: { who: ['enterprise'] },
  body: AnyForm,
  reply: CaseSummary,
  status: 201,
  idempotencyKey: true,
});

export const ReadPassCertificate = routeContract({
  operationId: 'readPassCertificate',
  method: 'GET',
  path: '/v1/cases/{caseId}/pass-certificate',
  summary: {
    zh: '预审合格证明及后续申请、授权情况',
    en: 'The pass certificate, and what became of the filing',
  },
  access: { who: ['enterprise', 'department', 'office'], object: 'case' },
  params: CasePath,
  reply: PassCertificate.omit({ credential: true }).extend({
    applicant: CaseSummary.shape.applicant,
    title: z.string(),
    filing: ReportedFiling.optional(),
    grant: RecordedGrant.optional(),
  }),
  status: 200,
});

export const ReadPassCredential = routeContract({
  operationId: 'readPassCredential',
  method: 'GET',
  path: '/v1/cases/{caseId}/pass-certificate/credential',
  summary: {
    zh: '下载预审合格证明的可验证凭证',
    en: 'The pass certificate as signed W3C Verifiable Credential 2.0 (JWT)',
  },
  access: { who: ['enterprise', 'department', 'office'], object: 'case' },
  params: CasePath,
  reply: z.string(),
  mediaType: 'application/vc+jwt',
  status: 200,
});

export const ReportFiling = routeContract({
  operationId: 'reportFiling',
  method: 'POST',
  path: '/v1/cases/{caseId}/filing',
  summary: { zh: '报送预审合格后的专利申请号', en: 'Report the number under which a passed filing was made' },
  access: { who: ['enterprise'], object: 'case' },
  params: CasePath,
  body: z.strictObject({ number: z.string().min(1).max(32), filedOn: z.iso.date() }),
  reply: ReportedFiling,
  status: 200,
  idempotencyKey: true,
});

export const RecordGrant = routeContract({
  operationId: 'recordGrant',
  method: 'POST',
  path: '/v1/cases/{caseId}/grant-check',
  summary: {
    zh: '查询登记信息，记录授权情况',
    en: 'Ask the registry whether the filing was granted, and record it',
  },
  access: { who: ['enterprise', 'office'], object: 'case' },
  params: CasePath,
  body: z.strictObject({}),
  reply: z.strictObject({ granted: z.boolean(), grant: RecordedGrant.optional() }),
  status: 200,
  idempotencyKey: true,
});
