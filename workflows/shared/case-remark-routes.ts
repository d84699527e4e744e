import * as z from 'zod';
import { Remark } from './case-remark.ts';
import { OrderedPageQuery, pageOf } from './page.ts';
import { routeContract } from './route-contract.ts';

const CasePath = z.strictObject({ caseId: z.string().min(1).max(64) });
const NewRemark = z.strictObject({ text: z.string().trim().min(1).max(2000) });

export const ListComments = routeContract({
  operationId: 'listComments',
  method: 'GET',
  path: '/v1/cases/{caseId}/comments',
  summary: { zh: '各部门对办件的意见', en: 'What the departments asked and the office wrote about a case' },
  access: { who: ['department', 'office'], object: 'case' },
  params: CasePath,
  query: OrderedPageQuery,
  reply: pageOf(Remark),
  status: 200,
});

export const AddComment = routeContract({
  operationId: 'addComment',
  method: 'POST',
  path: '/v1/cases/{caseId}/comments',
  summary: {
    zh: '填写意见（各承办部门与办公室可见）',
    en: 'Write a comment for the departments asked and the office',
  },
  access: { who: ['department', 'office'], object: 'case' },
  params: CasePath,
  body: NewRemark,
  reply: Remark,
  status: 201,
  idempotencyKey: true,
});

export const ListNotes = routeContract({
  operationId: 'listNotes',
  method: 'GET',
  path: '/v1/cases/{caseId}/notes',
  summary: { zh: '本单位的内部备注', en: "One's own organisation's notes on a case" },
  access: { who: ['department', 'office'], object: 'case' },
  params: CasePath,
  query: OrderedPageQuery,
  reply: pageOf(Remark),
  status: 200,
});

export const AddNote = routeContract({
  operationId: 'addNote',
  method: 'POST',
  path: '/v1/cases/{caseId}/notes',
  summary: { zh: '填写内部备注（仅本单位可见）', en: "Write a note that only one's own organisation reads" },
  access: { who: ['department', 'office'], object: 'case' },
  params: CasePath,
  body: NewRemark,
  reply: Remark,
  status: 201,
  idempotencyKey: true,
});
