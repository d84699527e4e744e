import { RefusedError } from './errors.ts';
import type { HttpEvent } from './http-event.ts';

const DEFAULT_LIMIT_BYTES = 256 * 1024;
/** No contract of ours comes near; a recursion over what somebody nested without end would overflow. */
const DEEPEST_NESTING = 64;
/** Or a type whose syntax is JSON, as that of CloudEvents (RFC 6839). */
const JSON_TYPE = /^application\/([a-z0-9.-]+\+)?json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** The JSON of a request. @throws RefusedError 415 other content, 413 over the limit, 400 no JSON, half characters, nested without reason */
export function requestBody(event: HttpEvent, limitBytes = DEFAULT_LIMIT_BYTES): unknown {
  if (!JSON_TYPE.test((event.headers['content-type'] ?? '').trim())) {
    throw new RefusedError({
      status: 415,
      code: 'unsupported-media-type',
      zh: '请求内容必须是 application/json（UTF-8）',
      en: 'The content must be application/json (UTF-8)',
    });
  }
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > limitBytes) {
    throw new RefusedError({
      status: 413,
      code: 'body-too-large',
      zh: `请求内容超过上限 ${limitBytes} 字节`,
      en: `The content is larger than ${limitBytes} bytes`,
      present: { limitBytes, sizeBytes: bytes.byteLength },
    });
  }
  const content = parsed(bytes);
  if (!isDeeperThan(DEEPEST_NESTING, content)) return content;
  throw new RefusedError({
    status: 400,
    code: 'nested-too-deeply',
    zh: `请求内容的嵌套超过 ${DEEPEST_NESTING} 层`,
    en: `The content is nested more than ${DEEPEST_NESTING} levels deep`,
  });
}

/** Level by level, without recursion. */
function isDeeperThan(limit: number, content: unknown): boolean {
  let level = [content].filter(isNested);
  for (let depth = 0; depth < limit && level.length > 0; depth++) {
    level = level.flatMap((outer) => Object.values(outer)).filter(isNested);
  }
  return level.length > 0;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** How half a character can come into JSON that is UTF-8: as an escape. */
const SURROGATE_ESCAPE = /\\ud[89a-f]/i;

function parsed(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return SURROGATE_ESCAPE.test(text) ? JSON.parse(text, wholeCharacters) : JSON.parse(text);
  } catch (cause) {
    if (cause instanceof RefusedError) throw cause;
    throw new RefusedError(
      {
        status: 400,
        code: 'malformed-json',
        zh: '请求内容不是有效的 JSON',
        en: 'The content is not valid JSON',
      },
      { cause },
    );
  }
}

/** No store keeps half of a surrogate pair as it was sent (RFC 8259, section 8.2). */
function wholeCharacters(name: string, value: unknown): unknown {
  if (name.isWellFormed() && (typeof value !== 'string' || value.isWellFormed())) return value;
  throw new RefusedError({
    status: 400,
    code: 'malformed-text',
    zh: '请求内容含有不完整的字符（不成对的代理项）',
    en: 'The content holds half a character (an unpaired surrogate)',
  });
}
