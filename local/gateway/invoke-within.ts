import type { Caller, FunctionInvoker } from '../service.ts';
import { type GatewayResponse, messageResponse } from './function-response.ts';
import type { Route } from './http-api.ts';

export type Outcome =
  | { readonly payload: string }
  | { readonly failure: GatewayResponse; readonly reason: string };

/** A synchronous invocation takes 6 MB. */
const LAMBDA_PAYLOAD_LIMIT_BYTES = 6 * 1024 * 1024;

/**
 * Invokes the route's function and gives up after the integration's timeout; the function itself goes on, as on AWS.
 * The timeout is a guard on a waiting client, so it follows the machine's time even where the clock is virtual.
 */
export async function invokeWithin(
  invoker: FunctionInvoker,
  caller: Caller,
  route: Route,
  payload: string,
): Promise<Outcome> {
  if (Buffer.byteLength(payload) > LAMBDA_PAYLOAD_LIMIT_BYTES) {
    return { failure: messageResponse(413, 'Request Entity Too Large'), reason: 'the event is over 6 MB' };
  }
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, route.timeoutMs, undefined);
  });
  try {
    const invocation = invoker.invoke({
      caller,
      functionName: route.functionArn,
      payload,
    });
    const result = await Promise.race([invocation, timeout]);
    if (!result) {
      return unavailable(`${route.functionArn} did not answer within ${route.timeoutMs} ms`);
    }
    if (result.ok) return { payload: result.payload };
    const reason = `${route.functionArn}: ${result.errorType}: ${result.errorMessage}`;
    if (UNAVAILABLE.has(result.errorType)) return unavailable(reason);
    return { failure: messageResponse(500, 'Internal Server Error'), reason };
  } finally {
    clearTimeout(timer);
  }
}

/** What HTTP API answers 503 for: Lambda itself had no room or broke. */
const UNAVAILABLE = new Set(['Lambda.TooManyRequestsException', 'Lambda.ServiceException']);

function unavailable(reason: string): Outcome {
  return { failure: messageResponse(503, 'Service Unavailable'), reason };
}
