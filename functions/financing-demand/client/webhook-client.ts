import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { DeliveryRules } from '../../../workflows/financing-demand/delivery/delivery-rules.ts';
import type { EndpointAnswer } from '../../../workflows/financing-demand/delivery/rules/next-attempt.ts';
import type { WebhookTargets } from '../../../workflows/financing-demand/endpoint/rules/target-address.ts';
import { urlFaults } from '../../../workflows/financing-demand/endpoint/rules/url-faults.ts';
import { guardedLookup, InnerAddressError, type Resolve, systemResolve } from './guarded-lookup.ts';

/** An answer with the beginning of its body. */
export interface WebhookReply extends EndpointAnswer {
  readonly body: string;
  readonly durationMs: number;
}

/** Sends messages to endpoints of institutions, which may be slow, broken or hostile. */
export interface WebhookClient {
  /** Never throws: that no answer came is an answer. Redirects are not followed. */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<WebhookReply>;
}

type Limits = Pick<DeliveryRules, 'timeoutMs' | 'answerLimitBytes'>;

export function webhookClient(
  targets: WebhookTargets,
  limits: Limits,
  resolve: Resolve = systemResolve,
): WebhookClient {
  return {
    async post(url, headers, body) {
      const startedMs = performance.now();
      const answer =
        urlFaults(url, targets).length > 0
          ? { failure: 'forbidden-url', body: '' }
          : await exchange(new URL(url), headers, body, limits, guardedLookup(targets, resolve));
      return { ...answer, durationMs: Math.round(performance.now() - startedMs) };
    },
  };
}

type Exchanged = Omit<WebhookReply, 'durationMs'>;

/** One request on a connection of its own, given up as a whole after the timeout. */
function exchange(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  { timeoutMs, answerLimitBytes }: Limits,
  lookup: ReturnType<typeof guardedLookup>,
): Promise<Exchanged> {
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const length = String(Buffer.byteLength(body));
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': length, 'user-agent': 'Liangjiang-Workflows-Webhook/1' },
      agent: false,
      lookup,
      signal: AbortSignal.timeout(timeoutMs),
    });
    request.on('error', (error) => resolve({ failure: failureOf(error), body: '' }));
    request.on('response', (response) => {
      // Where the connection breaks in the body, the status is the answer.
      readUpTo(response, answerLimitBytes)
        .catch(() => '')
        .then((read) => resolve({ ...headOf(response), body: read }));
    });
    request.end(body);
  });
}

function headOf({ statusCode, headers }: IncomingMessage): EndpointAnswer {
  return {
    ...(statusCode === undefined ? {} : { status: statusCode }),
    ...(headers['retry-after'] === undefined ? {} : { retryAfter: headers['retry-after'] }),
  };
}

/** Leaving the loop ends the connection, so that the rest of a large body is not even received. */
async function readUpTo(response: IncomingMessage, limitBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= limitBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, limitBytes).toString('utf8');
}

function failureOf(error: Error & { code?: unknown }): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  if (error instanceof InnerAddressError) return 'inner-address';
  const code = typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-host';
  if (/^(ERR_TLS|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code)) return 'certificate';
  return 'no-connection';
}
