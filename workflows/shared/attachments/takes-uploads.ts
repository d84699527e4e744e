import type { DocumentActions } from '../function-spec.ts';

/** What a function that makes uploaded files a case's does in the bucket: it copies them from where they wait. */
export const TAKES_UPLOADS = {
  GetObject: ['uploads/*'],
  PutObject: ['cases/*/attachments/*'],
} as const satisfies DocumentActions;
