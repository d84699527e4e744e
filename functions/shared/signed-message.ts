import { RefusedError } from './errors.ts';
import type { HttpEvent } from './http-event.ts';

/** A request with the headers of Standard Webhooks, as it came. https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export interface SignedMessage {
  readonly id: string;
  readonly timestampSeconds: number;
  /** One or more, by one or more keys. */
  readonly signatures: readonly string[];
  /** The very text that was signed. */
  readonly body: string;
}

/** Visible ASCII without the dot and the space that the scheme itself uses. */
const ID = /^[\x21-\x2d\x2f-\x7e]{1,200}$/;
const TIMESTAMP = /^[0-9]{1,12}$/;
const MOST_SIGNATURES = 10;

/** @throws RefusedError 401 where a header is missing or unfit */
export function signedMessage({ headers, body = '', isBase64Encoded }: HttpEvent): SignedMessage {
  const id = headers['webhook-id'] ?? '';
  const timestamp = headers['webhook-timestamp'] ?? '';
  const signatures = (headers['webhook-signature'] ?? '').split(' ').filter((one) => one !== '');
  const isFit = ID.test(id) && TIMESTAMP.test(timestamp) && signatures.length > 0;
  if (!isFit || signatures.length > MOST_SIGNATURES) {
    throw new RefusedError({
      status: 401,
      code: 'message-unsigned',
      zh: '请求头 webhook-id、webhook-timestamp、webhook-signature 缺失或无效',
      en: 'The headers webhook-id, webhook-timestamp and webhook-signature are missing or unfit',
    });
  }
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  return { id, timestampSeconds: Number(timestamp), signatures, body: text };
}
