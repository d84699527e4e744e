import { createHash } from 'node:crypto';
import { canonicalJson } from '../../workflows/shared/audit/chain.ts';
import { RefusedError } from './errors.ts';
import type { HttpEvent } from './http-event.ts';
import type { IdempotentRequest } from './store/idempotency-store.ts';

/** Visible ASCII, as draft-ietf-httpapi-idempotency-key-header; quotes around it are allowed. */
const IDEMPOTENCY_KEY = /^"?([\x21\x23-\x7e]{1,255})"?$/;
const ETAG = /^(W\/)?"([0-9]{1,15})"$/;

/** @throws RefusedError 400 where Idempotency-Key is missing or unfit */
export function idempotentRequest(
  event: HttpEvent,
  operationId: string,
  organisationId: string,
  content: unknown,
): IdempotentRequest {
  const key = IDEMPOTENCY_KEY.exec(event.headers['idempotency-key'] ?? '')?.[1];
  if (key === undefined) {
    throw new RefusedError({
      status: 400,
      code: 'idempotency-key-missing',
      zh: '请求头 Idempotency-Key 缺失或无效（1 至 255 个可见 ASCII 字符）',
      en: 'The header Idempotency-Key is missing or unfit (1 to 255 visible ASCII characters)',
    });
  }
  const requestHash = createHash('sha256')
    .update(canonicalJson([operationId, content]))
    .digest('hex');
  return { organisationId, key, requestHash };
}

/** The version the caller read, from If-Match. @throws RefusedError 428 missing, 412 weak or none of ours */
export function ifMatchVersion(event: HttpEvent): number {
  const header = event.headers['if-match'];
  if (header === undefined) {
    throw new RefusedError({
      status: 428,
      code: 'if-match-missing',
      zh: '请在请求头 If-Match 中带上读取时得到的 ETag',
      en: 'Send the ETag you read in the header If-Match',
    });
  }
  const [, weak, version] = ETAG.exec(header.trim()) ?? [];
  // RFC 9110, 13.1.1: If-Match compares strongly, so that a weak tag never matches.
  if (version === undefined || weak) throw changedMeanwhile();
  return Number(version);
}

/** The refusal of a write on a thing that somebody changed since it was read. */
export function changedMeanwhile(present?: Readonly<Record<string, unknown>>): RefusedError {
  return new RefusedError({
    status: 412,
    code: 'changed-meanwhile',
    zh: '内容已被更改，请重新读取后再操作',
    en: 'It was changed meanwhile: read it again',
    ...(present ? { present } : {}),
  });
}
