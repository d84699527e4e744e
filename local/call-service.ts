import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import type { Service, ServiceResponse } from './service.ts';
import type { CallService, ServiceCall } from './states/index.ts';

/**
 * Lets state machines call the emulated services in this process, with the same request that an SDK would send over the wire. Errors
 * are thrown with the service's error code as their name.
 */
export function createCallService(services: () => readonly Service[]): CallService {
  return async (call) => {
    const service = services().find((one) => one.signingName === call.service);
    if (!service) {
      throw named('NotImplemented', `${call.service} is not emulated on one machine (${call.action})`);
    }
    return call.service === 's3' ? callS3(service, call) : callJson(service, call);
  };
}

async function callJson(service: Service, { caller, target, input }: ServiceCall): Promise<unknown> {
  const response = await service.handle({
    caller,
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(JSON.stringify(input)),
  });
  const answer: JsonValue = JSON.parse(String(response.body ?? '{}'));
  if (response.status === 200) return answer;
  const error = isJsonObject(answer) ? answer : {};
  const code =
    String(error.__type ?? 'InternalFailure')
      .split('#')
      .at(-1) ?? '';
  // Cancellation reasons and the like stand beside the message.
  const { status } = response;
  throw Object.assign(named(code, String(error.message ?? error.Message ?? '')), { status, response: error });
}

/** S3 speaks REST: GetObject and PutObject, with the members that a state machine can hold. */
async function callS3(service: Service, { caller, target, input }: ServiceCall): Promise<unknown> {
  const given: JsonObject = isJsonObject(input) ? input : {};
  const method = S3_METHODS[target];
  if (!method) throw named('NotImplemented', `s3:${target} is not offered to state machines`);
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  const response = await service.handle({
    caller,
    method,
    path: `/${text('Bucket')}/${text('Key').split('/').map(encodeURIComponent).join('/')}`,
    query: new URLSearchParams(given.VersionId ? { versionId: text('VersionId') } : {}),
    headers: given.ContentType ? { 'content-type': text('ContentType') } : {},
    body: Buffer.from(method === 'PUT' ? text('Body') : ''),
  });
  if (response.status >= 300) throw s3Error(response);
  return method === 'PUT'
    ? s3Members(response)
    : { ...s3Members(response), Body: String(response.body ?? '') };
}

const S3_METHODS: Readonly<Record<string, string>> = { GetObject: 'GET', PutObject: 'PUT' };
const S3_HEADERS = { ETag: 'etag', VersionId: 'x-amz-version-id', ContentType: 'content-type' };

function s3Members({ headers = {} }: ServiceResponse): Record<string, string> {
  const members: Record<string, string> = {};
  for (const [name, header] of Object.entries(S3_HEADERS)) {
    const value = headers[header];
    if (value !== undefined) members[name] = value;
  }
  return members;
}

function s3Error({ status, body }: ServiceResponse): Error {
  const text = String(body ?? '');
  const element = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? '';
  return Object.assign(named(element('Code') || 'InternalError', element('Message')), { status });
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
