import type { FunctionSpec } from '../function-spec.ts';
import {
  AnnounceAttachment,
  AnnouncePublicAttachment,
  CompleteAttachment,
  CompletePublicAttachment,
  DownloadCaseAttachment,
  ListCaseAttachments,
  ReadAttachment,
  ReadPublicAttachment,
  ShowAttachmentLimits,
} from './routes.ts';

/** Files on their way to a case, and those kept with one. */
export const ATTACHMENT_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice: 'attachments',
    name: 'announce-attachment',
    routes: [AnnounceAttachment],
    tables: { CaseTable: ['GetItem', 'PutItem'], AttachmentTable: ['PutItem'] },
    documents: { PutObject: ['uploads/*'] },
  },
  {
    slice: 'attachments',
    name: 'complete-attachment',
    routes: [CompleteAttachment],
    tables: { AttachmentTable: ['GetItem', 'PutItem'] },
    documents: { GetObject: ['uploads/*'] },
    memoryMb: 1024,
    timeoutSeconds: 29,
  },
  {
    slice: 'attachments',
    name: 'read-attachment',
    routes: [ReadAttachment],
    tables: { AttachmentTable: ['GetItem'] },
  },
  {
    slice: 'attachments',
    name: 'announce-public-attachment',
    routes: [AnnouncePublicAttachment],
    countsCallers: true,
    // UpdateItem counts what a caller announced today.
    tables: { CaseTable: ['GetItem', 'PutItem'], AttachmentTable: ['PutItem', 'UpdateItem'] },
    documents: { PutObject: ['uploads/*'] },
  },
  {
    slice: 'attachments',
    name: 'complete-public-attachment',
    routes: [CompletePublicAttachment],
    tables: { AttachmentTable: ['GetItem', 'PutItem'] },
    documents: { GetObject: ['uploads/*'] },
    memoryMb: 1024,
    timeoutSeconds: 29,
  },
  {
    slice: 'attachments',
    name: 'read-public-attachment',
    routes: [ReadPublicAttachment],
    tables: { AttachmentTable: ['GetItem'] },
  },
  {
    slice: 'attachments',
    name: 'show-attachment-limits',
    routes: [ShowAttachmentLimits],
  },
  {
    slice: 'attachments',
    name: 'record-scan-result',
    tables: { AttachmentTable: ['GetItem', 'PutItem'] },
    onMalwareScan: true,
  },
  {
    slice: 'attachments',
    name: 'list-case-attachments',
    routes: [ListCaseAttachments],
    tables: { CaseTable: ['GetItem'], DeskTable: ['Query'], AttachmentTable: ['Query'] },
  },
  {
    slice: 'attachments',
    name: 'download-case-attachment',
    routes: [DownloadCaseAttachment],
    tables: { CaseTable: ['GetItem'], DeskTable: ['Query'], AttachmentTable: ['GetItem'] },
    documents: { GetObject: ['cases/*/attachments/*'] },
  },
];
