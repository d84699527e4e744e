import type * as z from 'zod';
import type { Problem } from '../../../workflows/shared/fault.ts';
import type { RouteContract } from '../../../workflows/shared/route-contract.ts';

type In<C, Key extends 'params' | 'query' | 'body'> =
  C extends Record<Key, infer S extends z.ZodType>
    ? z.input<S> extends infer I
      ? Key extends 'query'
        ? object extends I
          ? { readonly query?: I }
          : { readonly query: I }
        : Record<Key, I>
      : never
    : unknown;

/** What a call of the route takes, from its contract. */
export type Input<C extends RouteContract> = In<C, 'params'> &
  In<C, 'query'> &
  In<C, 'body'> &
  (C extends { readonly ifMatch: true } ? { readonly version: number } : unknown);

export type Output<C extends RouteContract> = z.output<C['reply']>;

/** What the platform refused, with its problem details (RFC 9457), or that it could not be reached. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.problem = problem;
  }
}

interface Parts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly version?: number;
}

/** Calls a route. @throws ApiProblem */
export async function callRoute(
  contract: RouteContract,
  input: object,
  token: string | undefined,
  key: string,
): Promise<Response> {
  const { params = {}, query = {}, body, version }: Parts = input;
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  let response: Response;
  try {
    response = await fetch(search.size > 0 ? `${path}?${search}` : path, {
      method: contract.method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(contract.idempotencyKey && { 'idempotency-key': key }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...(contract.method !== 'GET' && { 'content-type': 'application/json' }),
      },
      ...(contract.method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    });
  } catch {
    throw new ApiProblem(UNREACHABLE);
  }
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  return response;
}

const UNREACHABLE: Problem = {
  type: 'about:blank',
  title: 'Unreachable',
  status: 0,
  code: 'unreachable',
  zh: '网络连接中断，内容已保留在本机，请稍后重试',
  en: 'There is no connection. What you wrote is kept on this device; try again in a moment',
};

/** The gateway itself refuses without problem details. */
async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  return {
    ...UNREACHABLE,
    status: response.status,
    code: response.status === 401 ? 'signed-out' : 'gateway',
    zh: response.status === 401 ? '登录已过期' : `服务暂时不可用（${response.status}）`,
    en: response.status === 401 ? 'The session is over' : `The service is not available (${response.status})`,
  };
}
