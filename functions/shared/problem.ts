import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from '../../workflows/shared/fault.ts';
import { RefusedError, TransientError } from './errors.ts';

const TRY_AGAIN = {
  status: 503,
  code: 'try-again',
  zh: '服务暂时繁忙，请稍后重试',
  en: 'The service is busy; try again in a moment',
} as const;

const DEFECT = {
  status: 500,
  code: 'internal',
  zh: '系统内部错误',
  en: 'Something went wrong on our side',
} as const;

/** The RFC 9457 reply to whatever a function threw. A defect tells nothing of itself but the request to ask about. */
export function problemReply(error: unknown, requestId: string): APIGatewayProxyStructuredResultV2 {
  const { status, code, zh, en, faults, present } = refusalOf(error);
  const problem: Problem = {
    type: `urn:liangjiang:problem:${code}`,
    title: en,
    status,
    code,
    zh,
    en,
    instance: `urn:request:${requestId}`,
    ...(faults?.length ? { faults: [...faults] } : {}),
    ...(present ? { present } : {}),
  };
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 503 ? { 'retry-after': '1' } : {}),
    },
    body: JSON.stringify(problem),
  };
}

/** What whoever asked is told of a thrown error. */
export function refusalOf(
  error: unknown,
): Pick<RefusedError, 'status' | 'code' | 'zh' | 'en'> & Partial<RefusedError> {
  if (error instanceof RefusedError) return error;
  return error instanceof TransientError ? TRY_AGAIN : DEFECT;
}
