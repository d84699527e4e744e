import * as z from 'zod';
import { PageQuery, pageOf } from '../../shared/page.ts';
import { routeContract } from '../../shared/route-contract.ts';
import { RegisterCoverage } from '../record-answer.ts';
import { LineFaults, RegisterHead, RegisterLoad, RegisterSettings } from './contract.ts';

/** A department speaks of its own register only: none of these paths names one. */
const OWN = { who: ['department'] } as const;
const LoadPath = z.strictObject({
  loadId: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[0-9A-Za-z-]+$/),
});

/** Largest file, in any format. */
export const REGISTER_FILE_BYTES = 64 * 1024 * 1024;
/** Room for some ten thousand records; more come as a file, because HTTP API and Lambda take 6 MB. */
const JSON_BYTES = 4 * 1024 * 1024;

const About = z.strictObject({ fieldIds: RegisterLoad.shape.fieldIds, coverage: RegisterCoverage });

/** Records in the request, or a file that is uploaded next. */
export const NewRegisterLoad = z.discriminatedUnion('format', [
  About.extend({
    format: z.literal('json'),
    records: z.array(z.unknown()).max(20_000).meta({
      description: 'Records as RegisterRecord; each is judged by itself, and every fault is listed',
    }),
  }),
  About.extend({
    format: z.enum(['csv', 'xlsx']),
    sizeBytes: z.int().positive().max(REGISTER_FILE_BYTES),
    sha256: RegisterLoad.shape.sha256,
  }),
]);
export type NewRegisterLoad = z.infer<typeof NewRegisterLoad>;

/** Where the file goes: PUT it there with exactly these headers before the time is over. */
export const RegisterUpload = z.strictObject({
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.iso.datetime({ offset: true }),
});

export const BeginRegisterLoad = routeContract({
  operationId: 'beginRegisterLoad',
  method: 'POST',
  path: '/v1/register/loads',
  summary: {
    zh: '加载部门记录库：随请求提交记录，或领取文件上传地址',
    en: 'Load the register of the department: with records, or with a file to upload',
  },
  access: OWN,
  body: NewRegisterLoad,
  bodyLimitBytes: JSON_BYTES,
  reply: z.strictObject({
    load: RegisterLoad,
    /** Absent where the records came with the request: they are being loaded already. */
    upload: RegisterUpload.optional(),
  }),
  status: 201,
  idempotencyKey: true,
});

export const StartRegisterLoad = routeContract({
  operationId: 'startRegisterLoad',
  method: 'POST',
  path: '/v1/register/loads/{loadId}/start',
  summary: { zh: '文件已上传，开始加载', en: 'The file is uploaded: load it' },
  access: OWN,
  params: LoadPath,
  reply: RegisterLoad,
  status: 202,
  idempotencyKey: true,
});

export const ReadRegisterLoad = routeContract({
  operationId: 'readRegisterLoad',
  method: 'GET',
  path: '/v1/register/loads/{loadId}',
  summary: { zh: '查看加载结果', en: 'How a load went' },
  access: OWN,
  params: LoadPath,
  reply: RegisterLoad,
  status: 200,
});

export const ListRegisterFaults = routeContract({
  operationId: 'listRegisterFaults',
  method: 'GET',
  path: '/v1/register/loads/{loadId}/faults',
  summary: { zh: '文件中的错误：行、列、原因', en: 'What is wrong with a file: line, column, reason' },
  access: OWN,
  params: LoadPath,
  query: PageQuery,
  reply: pageOf(LineFaults),
  status: 200,
});

export const ShowRegister = routeContract({
  operationId: 'showRegister',
  method: 'GET',
  path: '/v1/register',
  summary: {
    zh: '查看部门记录库',
    en: 'The register of the department in force, its settings and newest loads',
  },
  access: OWN,
  reply: z.strictObject({
    /** Absent until a load succeeded. */
    head: RegisterHead.optional(),
    settings: RegisterSettings,
    /** What the ETag says; 0 until something was chosen. */
    settingsVersion: z.int().nonnegative(),
    loads: z.array(RegisterLoad),
  }),
  status: 200,
});

/** The ETag is that of GET /v1/register. */
export const ChangeRegisterSettings = routeContract({
  operationId: 'changeRegisterSettings',
  method: 'PUT',
  path: '/v1/register/settings',
  summary: {
    zh: '选择哪些领域无记录时直接出具',
    en: 'Choose the fields of which a clean result goes out at once',
  },
  access: OWN,
  body: RegisterSettings,
  reply: RegisterSettings,
  status: 200,
  ifMatch: true,
});
