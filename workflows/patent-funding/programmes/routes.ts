import * as z from 'zod';
import { routeContract } from '../../shared/route-contract.ts';
import { Programme, ProgrammeClosure } from '../programme.ts';
import { ProgrammeRecord } from './record.ts';

const ProgrammePath = z.strictObject({ programmeId: Programme.shape.programmeId });
const VersionPath = ProgrammePath.extend({ version: Programme.shape.version });
const OFFICE = { who: ['office'] } as const;

export const ListProgrammes = routeContract({
  operationId: 'listProgrammes',
  method: 'GET',
  path: '/v1/patent-funding/programmes',
  summary: { zh: '当前有效的资助项目', en: 'The funding programmes in effect today, with their clauses' },
  access: { who: 'public' },
  reply: z.strictObject({ items: z.array(Programme) }),
  status: 200,
});

export const ListProgrammeRecords = routeContract({
  operationId: 'listProgrammeRecords',
  method: 'GET',
  path: '/v1/office/programmes',
  summary: {
    zh: '全部资助项目及其版本与草稿',
    en: 'Every programme with all its versions, drafts and those not yet in effect included',
  },
  access: OFFICE,
  reply: z.strictObject({ items: z.array(ProgrammeRecord) }),
  status: 200,
});

export const ReadProgramme = routeContract({
  operationId: 'readProgramme',
  method: 'GET',
  path: '/v1/patent-funding/programmes/{programmeId}',
  summary: { zh: '查看资助项目的所有版本与草稿', en: 'All versions of a programme, drafts included' },
  access: OFFICE,
  params: ProgrammePath,
  reply: ProgrammeRecord,
  status: 200,
});

export const DraftProgramme = routeContract({
  operationId: 'draftProgramme',
  method: 'PUT',
  path: '/v1/patent-funding/programmes/{programmeId}/versions/{version}',
  summary: {
    zh: '起草资助项目的新版本（已发布的版本不可修改）',
    en: 'Write a draft of a version; what is published never changes',
  },
  access: OFFICE,
  params: VersionPath,
  body: Programme,
  reply: ProgrammeRecord,
  status: 200,
  idempotencyKey: true,
});

export const PublishProgramme = routeContract({
  operationId: 'publishProgramme',
  method: 'POST',
  path: '/v1/patent-funding/programmes/{programmeId}/versions/{version}/publication',
  summary: { zh: '发布草稿', en: 'Publish a draft: from its day on it is the programme' },
  access: OFFICE,
  params: VersionPath,
  body: z.strictObject({}),
  reply: ProgrammeRecord,
  status: 200,
  idempotencyKey: true,
});

export const CloseProgramme = routeContract({
  operationId: 'closeProgramme',
  method: 'POST',
  path: '/v1/patent-funding/programmes/{programmeId}/closure',
  summary: {
    zh: '依规定终止资助：此日之后授权的专利不再资助',
    en: 'Close a programme by rule: nothing granted after that day is paid, by whatever version it was accepted',
  },
  access: OFFICE,
  params: ProgrammePath,
  body: ProgrammeClosure,
  reply: ProgrammeRecord,
  status: 200,
  idempotencyKey: true,
});

const Fen = z.int().nonnegative();

/** What a draft would have granted to the applications of a month. */
export const ProgrammeCheck = z.strictObject({
  items: z.array(
    z.strictObject({
      caseId: z.string(),
      caseNumber: z.string(),
      applicant: z.strictObject({ uscc: z.string(), name: z.string() }),
      /** As it was granted; 0 where the case ended without. */
      grantedFen: Fen,
      wouldGrantFen: Fen,
      patents: Fen,
      wouldPass: Fen,
    }),
  ),
  grantedFen: Fen,
  wouldGrantFen: Fen,
  /** False where the month has more cases than are checked at once. */
  complete: z.boolean(),
});
export type ProgrammeCheck = z.infer<typeof ProgrammeCheck>;

export const CheckProgramme = routeContract({
  operationId: 'checkProgramme',
  method: 'POST',
  path: '/v1/patent-funding/programmes/{programmeId}/versions/{version}/check',
  summary: {
    zh: '以往申请试算：按此版本当月各申请会获资助多少',
    en: 'Try a version on the applications of a month: what would have been granted',
  },
  access: OFFICE,
  params: VersionPath,
  body: z.strictObject({ month: z.string().regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/) }),
  reply: ProgrammeCheck,
  status: 200,
});
