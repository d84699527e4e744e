import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import { createCredentials } from '../../local/iam/credentials.ts';
import type { Service, ServiceRequest } from '../../local/service.ts';
import { openServices, type ServicesListener } from '../../local/services.ts';

const ROLE_ARN = 'arn:aws:iam::000000000000:role/worker';
const credentials = createCredentials([ROLE_ARN]);
let listener: ServicesListener | undefined;
afterEach(() => listener?.close());

/** A listener with a DynamoDB that answers no tables, and what it was asked. */
async function listenerWith(handle?: Service['handle']) {
  const requests: ServiceRequest[] = [];
  const lines: string[] = [];
  const service: Service = {
    signingName: 'dynamodb',
    async handle(request) {
      requests.push(request);
      return handle?.(request) ?? { status: 200, body: '{"TableNames":[]}' };
    },
  };
  listener = await openServices(0, (line) => lines.push(line));
  listener.serve([service], credentials);
  const clientSettings = (accessKeyId: string) => ({
    endpoint: listener?.origin ?? '',
    region: 'ap-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey: 'x' },
  });
  return { origin: listener.origin, requests, lines, clientSettings };
}

describe('the services listener', () => {
  it.each([
    ['a role by its access key', credentials.accessKeyIdFor(ROLE_ARN), { kind: 'role', roleArn: ROLE_ARN }],
    ['the engineer', 'local', { kind: 'engineer' }],
  ])('knows %s', async (_name, accessKeyId, caller) => {
    const { requests, clientSettings } = await listenerWith();

    await new DynamoDBClient(clientSettings(accessKeyId)).send(new ListTablesCommand({ Limit: 1 }));

    expect(requests[0]).toMatchObject({ caller, method: 'POST', path: '/' });
    expect(requests[0]?.headers['x-amz-target']).toBe('DynamoDB_20120810.ListTables');
    expect(requests[0]?.body.toString()).toBe('{"Limit":1}');
  });

  it('refuses a key that belongs to nobody', async () => {
    const { clientSettings } = await listenerWith();

    const attempt = new DynamoDBClient(clientSettings('AKIANOBODY')).send(new ListTablesCommand({}));

    await expect(attempt).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    });
  });

  it('refuses a service that is not emulated, by name, in its own protocol', async () => {
    const { clientSettings } = await listenerWith();

    const attempt = new S3Client(clientSettings('local')).send(new ListBucketsCommand({}));

    await expect(attempt).rejects.toMatchObject({
      name: 'NotImplemented',
      message: 's3 is not emulated on one machine; these are: dynamodb',
    });
  });

  it('refuses a request without a signature', async () => {
    const { origin } = await listenerWith();

    const response = await fetch(origin, { method: 'POST' });

    expect(response.status).toBe(403);
    expect(await response.text()).toContain('<Code>MissingAuthenticationToken</Code>');
  });

  it('takes the service of a presigned URL from its query', async () => {
    const { origin, requests } = await listenerWith();

    await fetch(`${origin}/a%2Fb?X-Amz-Credential=local%2F20260101%2Fap-east-1%2Fdynamodb%2Faws4_request`);

    expect(requests[0]).toMatchObject({ method: 'GET', path: '/a%2Fb' });
  });

  it('answers 500 when a service breaks, and tells the engineer', async () => {
    const { clientSettings, lines } = await listenerWith(() => {
      throw new Error('broken');
    });

    const attempt = new DynamoDBClient(clientSettings('local')).send(new ListTablesCommand({}));

    await expect(attempt).rejects.toMatchObject({ name: 'InternalFailure' });
    expect(lines.join()).toMatch(/dynamodb: Error: broken/);
  });

  it('refuses a body over 64 MB', async () => {
    const { origin, requests } = await listenerWith();

    const response = await fetch(origin, { method: 'PUT', body: Buffer.alloc(64 * 1024 * 1024 + 1) });

    expect(response.status).toBe(413);
    expect(requests).toEqual([]);
  });

  it('lets requests wait until the services are there', async () => {
    listener = await openServices(0, () => {});
    const early = fetch(listener.origin, { method: 'POST' });

    listener.serve([], credentials);

    expect((await early).status).toBe(403);
  });
});
