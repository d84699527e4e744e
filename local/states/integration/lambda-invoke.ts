import { randomUUID } from 'node:crypto';
import { Payload } from '../payload.ts';
import { argumentsOf, type Integration, type TaskAnswer, type TaskRequest } from './integration.ts';
import { failureOf, invokeFunction, payloadOf } from './lambda-function.ts';

/** `arn:aws:states:::lambda:invoke`. Source: developer guide, "Invoke an AWS Lambda function with Step Functions". */
export const lambdaInvoke: Integration = {
  resourceType: 'lambda',
  resource: 'invoke',
  patterns: ['request', 'token'],
  required: ['FunctionName'],
  call,
};

async function call(request: TaskRequest): Promise<TaskAnswer> {
  const { FunctionName, Payload: payload, Qualifier } = argumentsOf(request);
  const qualifier = typeof Qualifier === 'string' ? `:${Qualifier}` : '';
  const input = Payload.ofValue(payload ?? {});
  const result = await invokeFunction(
    request.engine,
    request.caller,
    `${String(FunctionName)}${qualifier}`,
    input,
  );
  if (!result.ok) return failureOf(result);
  const answer = payloadOf(result.payload).text;
  return { ok: true, output: Payload.ofText(invocationResult(request, answer, result.executedVersion)) };
}

/** The answer of the Invoke call as Step Functions shows it, written by hand: it is the most frequent text of all. */
function invocationResult(request: TaskRequest, payload: string, executedVersion: string): string {
  const now = request.engine.clock.now();
  const date = new Date(now).toUTCString();
  const trace = JSON.stringify(request.traceHeader ?? rootTrace(now));
  const requestId = randomUUID();
  const contentLength = String(Buffer.byteLength(payload));
  const headers = `{"X-Amz-Executed-Version":["${executedVersion}"],"x-amzn-Remapped-Content-Length":["0"],"Connection":["keep-alive"],"x-amzn-RequestId":["${requestId}"],"Content-Length":["${contentLength}"],"Date":["${date}"],"X-Amzn-Trace-Id":[${trace}],"Content-Type":["application/json"]}`;
  const httpHeaders = `{"Connection":"keep-alive","Content-Length":"${contentLength}","Content-Type":"application/json","Date":"${date}","X-Amz-Executed-Version":"${executedVersion}","x-amzn-Remapped-Content-Length":"0","x-amzn-RequestId":"${requestId}","X-Amzn-Trace-Id":${trace}}`;
  const http = `{"AllHttpHeaders":${headers},"HttpHeaders":${httpHeaders},"HttpStatusCode":200}`;
  return `{"ExecutedVersion":"${executedVersion}","Payload":${payload},"SdkHttpMetadata":${http},"SdkResponseMetadata":{"RequestId":"${requestId}"},"StatusCode":200}`;
}

/** A trace that nobody began: its instant and a random part. Source: X-Ray developer guide, "Tracing header". */
function rootTrace(now: number): string {
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  return `root=1-${seconds}-${randomUUID().replaceAll('-', '').slice(0, 24)};sampled=0`;
}
