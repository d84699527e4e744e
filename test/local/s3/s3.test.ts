import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import { createS3, type S3Options } from '../../../local/s3/index.ts';
import { AccessDenied } from '../../../local/service.ts';
import { serve } from '../services/serve.ts';
import { loadTemplates } from '../template/write-assembly.ts';

let folder: string;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 's3-'));
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await rm(folder, { recursive: true });
});

const assembly = loadTemplates({
  Data: {
    Resources: {
      Plain: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          BucketName: 'plain',
          CorsConfiguration: {
            CorsRules: [
              {
                AllowedOrigins: ['http://portal.test'],
                AllowedMethods: ['PUT', 'GET'],
                AllowedHeaders: ['*'],
              },
            ],
          },
        },
      },
      Versioned: {
        Type: 'AWS::S3::Bucket',
        Properties: { BucketName: 'versioned', VersioningConfiguration: { Status: 'Enabled' } },
      },
    },
  },
});

async function start(options: Partial<S3Options> = {}) {
  const s3 = createS3({
    assembly,
    file: join(folder, 's3.db'),
    // Presigned URLs are dated by the SDK, which follows the machine's clock.
    clock: createVirtualClock(Date.now()),
    authorize: () => {},
    secretAccessKeyOf: (id) => (id === 'test' ? 'test' : undefined),
    ...options,
  });
  const { settings, close } = await serve(s3);
  closing.push(close, () => s3.close());
  // A presigned PUT must not carry the checksum of a body that is not there yet; on AWS neither.
  const presigning = new S3Client({ ...settings, requestChecksumCalculation: 'WHEN_REQUIRED' });
  return { client: new S3Client(settings), presigning, settings };
}

const put = (client: S3Client, input: Partial<PutObjectCommandInput> = {}) =>
  client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'a', Body: 'hello', ...input }));
const text = async (client: S3Client, Key: string, more: object = {}) => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: 'plain', Key, ...more }));
  return Body?.transformToString();
};

test('an object comes back with its bytes, type, metadata and checksum, also after a restart', async () => {
  const first = await start();
  const Key = '案件/2026 年/报告+1.pdf';
  await put(first.client, {
    Key,
    Body: Buffer.from([0, 255, 13, 10]),
    ContentType: 'application/pdf',
    ContentDisposition: 'attachment',
    Metadata: { case: 'C1' },
  });

  const second = await start();
  const output = await second.client.send(
    new GetObjectCommand({ Bucket: 'plain', Key, ChecksumMode: 'ENABLED' }),
  );

  expect(Buffer.from((await output.Body?.transformToByteArray()) ?? [])).toEqual(
    Buffer.from([0, 255, 13, 10]),
  );
  expect(output).toMatchObject({
    ContentType: 'application/pdf',
    ContentDisposition: 'attachment',
    ContentLength: 4,
    Metadata: { case: 'C1' },
    ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    ChecksumCRC32: expect.any(String),
  });
});

test('any bytes under any key come back as they were', async () => {
  const { client } = await start({ file: ':memory:' });
  const keys = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((key) => !/^\.{1,2}$|^\/|\/\.{0,2}\/|\/\.{0,2}$|^\.{1,2}\//.test(key));
  await fc.assert(
    fc.asyncProperty(keys, fc.uint8Array({ maxLength: 300 }), async (Key, Body) => {
      await put(client, { Key, Body });

      const { Body: stored } = await client.send(new GetObjectCommand({ Bucket: 'plain', Key }));

      expect(Buffer.from((await stored?.transformToByteArray()) ?? [])).toEqual(Buffer.from(Body));
    }),
    { numRuns: 50 },
  );
});

test('a stream arrives in chunks with its checksum behind it', async () => {
  const { client } = await start();
  const { Readable } = await import('node:stream');
  const parts = ['one ', 'two ', 'three'];

  await put(client, { Body: Readable.from(parts.map((part) => Buffer.from(part))), ContentLength: 13 });

  expect(await text(client, 'a')).toBe('one two three');
});

test.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const)(
  'a %s of the body is checked and kept',
  async (algorithm) => {
    const { client } = await start();

    await put(client, { ChecksumAlgorithm: algorithm });
    const wrong = put(client, { Key: 'b', [`Checksum${algorithm}`]: 'AAAAAA==' });

    await expect(wrong).rejects.toMatchObject({ name: 'BadDigest' });
    const head = await client.send(
      new HeadObjectCommand({ Bucket: 'plain', Key: 'a', ChecksumMode: 'ENABLED' }),
    );
    expect(head).toHaveProperty(`Checksum${algorithm}`, expect.any(String));
    await expect(text(client, 'b')).rejects.toMatchObject({ name: 'NoSuchKey' });
  },
);

test('If-None-Match * writes once, If-Match replaces only what was read', async () => {
  const { client } = await start();
  const { ETag } = await put(client, { IfNoneMatch: '*' });

  await expect(put(client, { IfNoneMatch: '*', Body: 'again' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
  await expect(put(client, { IfMatch: '"0"', Body: 'again' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
  await put(client, { ...(ETag && { IfMatch: ETag }), Body: 'second' });

  expect(await text(client, 'a')).toBe('second');
});

test.each([
  ['bytes=0-1', 'he', 'bytes 0-1/5'],
  ['bytes=3-', 'lo', 'bytes 3-4/5'],
  ['bytes=-2', 'lo', 'bytes 3-4/5'],
  ['bytes=2-99', 'llo', 'bytes 2-4/5'],
])('the range %s gives %s', async (Range, expected, ContentRange) => {
  const { client } = await start();
  await put(client);

  const output = await client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'a', Range }));

  expect(await output.Body?.transformToString()).toBe(expected);
  expect(output.ContentRange).toBe(ContentRange);
});

test('reading with conditions answers 304 and 412, a range outside 416', async () => {
  const { client } = await start();
  const { ETag = '' } = await put(client);
  const status = async (more: object) => {
    const error = await text(client, 'a', more).catch((caught: unknown) => caught);
    return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : error;
  };

  expect(await status({ IfNoneMatch: ETag })).toBe(304);
  expect(await status({ IfModifiedSince: new Date(Date.now() + 60_000) })).toBe(304);
  expect(await status({ IfMatch: '"other"' })).toBe(412);
  expect(await status({ Range: 'bytes=9-' })).toBe(416);
});

test('a versioned bucket keeps every version; a delete only hides them', async () => {
  const { client } = await start();
  const Bucket = 'versioned';
  const first = await put(client, { Bucket });
  const second = await put(client, { Bucket, Body: 'second' });
  const marker = await client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));

  expect(marker).toMatchObject({ DeleteMarker: true, VersionId: expect.any(String) });
  await expect(text(client, 'a', { Bucket })).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(await text(client, 'a', { Bucket, VersionId: first.VersionId })).toBe('hello');
  expect(await text(client, 'a', { Bucket, VersionId: second.VersionId })).toBe('second');
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'a', VersionId: marker.VersionId }));
  expect(await text(client, 'a', { Bucket })).toBe('second');
  await expect(text(client, 'a', { Bucket, VersionId: 'none' })).rejects.toMatchObject({
    name: 'NoSuchVersion',
  });
});

test('a bucket without versioning forgets what is deleted, and deleting twice is no error', async () => {
  const { client } = await start();
  await put(client);

  for (const _ of [1, 2]) await client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'a' }));

  await expect(client.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'a' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
});

test('listing goes by pages in the order of bytes and folds what lies behind a delimiter', async () => {
  const { client } = await start();
  for (const Key of ['a/1', 'a/2', 'b', 'c/1', 'c/2', 'd', '案']) await put(client, { Key });
  const list = async (more: object) => {
    const seen: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket: 'plain', ContinuationToken, ...more }),
      );
      seen.push(
        ...(page.Contents ?? []).map(({ Key }) => Key),
        ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
      );
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    return seen;
  };

  expect(await list({ MaxKeys: 2 })).toEqual(['a/1', 'a/2', 'b', 'c/1', 'c/2', 'd', '案']);
  expect(await list({ MaxKeys: 1, Delimiter: '/' })).toEqual(['a/', 'b', 'c/', 'd', '案']);
  expect(await list({ Prefix: 'c/' })).toEqual(['c/1', 'c/2']);
  expect(await list({ StartAfter: 'c/1' })).toEqual(['c/2', 'd', '案']);
  expect(await list({ Prefix: 'none' })).toEqual([]);
});

test('listing in pages of any size gives every key once', async () => {
  const { client } = await start({ file: ':memory:' });
  const keys = fc.uniqueArray(fc.stringMatching(/^[ab]\/?[ab]?\/?[a案]$/), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      keys,
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('', '/'),
      async (wanted, MaxKeys, Delimiter) => {
        const Prefix = `${Math.random()}:`;
        for (const key of wanted) await put(client, { Key: Prefix + key });
        const all =
          (await client.send(new ListObjectsV2Command({ Bucket: 'plain', Prefix, Delimiter }))) ?? {};
        const paged: unknown[] = [];
        let ContinuationToken: string | undefined;
        do {
          const page = await client.send(
            new ListObjectsV2Command({ Bucket: 'plain', Prefix, Delimiter, MaxKeys, ContinuationToken }),
          );
          expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
          paged.push(
            ...(page.Contents ?? []).map(({ Key }) => Key),
            ...(page.CommonPrefixes ?? []).map((one) => one.Prefix),
          );
          ContinuationToken = page.NextContinuationToken;
        } while (ContinuationToken);
        const whole = [
          ...(all.Contents ?? []).map(({ Key }) => Key),
          ...(all.CommonPrefixes ?? []).map((one) => one.Prefix),
        ];
        expect(new Set(paged)).toEqual(new Set(whole));
        expect(paged).toHaveLength(whole.length);
      },
    ),
    { numRuns: 25 },
  );
});

test('a bucket in the host name is the same bucket', async () => {
  const { client, settings } = await start();
  await put(client, { Key: 'dir/a b' });
  const { port } = new URL(settings.endpoint);

  for (const host of ['plain.127.0.0.1', 'plain.localhost', 'plain.s3.ap-east-1.amazonaws.com']) {
    const body = await new Promise((resolve) => {
      const headers = { host: `${host}:${port}` };
      httpRequest({ port, host: '127.0.0.1', path: '/dir/a%20b', headers }, async (response) => {
        let received = '';
        for await (const chunk of response) received += chunk;
        resolve(received);
      }).end();
    });
    expect(body).toBe('hello');
  }
});

test.each([
  ['GetObject', 'NoSuchBucket', (client: S3Client) => text(client, 'a', { Bucket: 'none' })],
  ['PutObject', 'NoSuchBucket', (client: S3Client) => put(client, { Bucket: 'none' })],
  ['HeadBucket', 'NotFound', (client: S3Client) => client.send(new HeadBucketCommand({ Bucket: 'none' }))],
  ['PutObject', 'KeyTooLongError', (client: S3Client) => put(client, { Key: 'k'.repeat(1025) })],
  ['PutObject', 'NotImplemented', (client: S3Client) => put(client, { Tagging: 'a=b' })],
])('%s fails with %s', async (_, name, call) => {
  const { client } = await start();

  await expect(call(client)).rejects.toMatchObject({ name });
});

test('a presigned URL puts and gets until it expires', async () => {
  const clock = createVirtualClock(Date.now());
  const { presigning } = await start({ clock });
  const options = { expiresIn: 60 };
  const command = new PutObjectCommand({ Bucket: 'plain', Key: '附件/a b.txt', Metadata: { case: 'C1' } });
  const putUrl = await getSignedUrl(presigning, command, options);
  const getUrl = await getSignedUrl(
    presigning,
    new GetObjectCommand({ Bucket: 'plain', Key: '附件/a b.txt', ResponseContentDisposition: 'attachment' }),
    options,
  );

  const written = await fetch(putUrl, { method: 'PUT', body: 'hello' });
  const read = await fetch(getUrl);
  await clock.advance(62_000);
  const late = await fetch(getUrl);

  expect(written.status).toBe(200);
  expect([await read.text(), read.headers.get('content-disposition')]).toEqual(['hello', 'attachment']);
  expect(read.headers.get('x-amz-meta-case')).toBe('C1');
  expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
});

test('a presigned URL takes no other method, key, type or length than it was made for', async () => {
  const { presigning } = await start();
  const command = new PutObjectCommand({
    Bucket: 'plain',
    Key: 'a',
    ContentType: 'application/pdf',
    ContentLength: 5,
  });
  const url = await getSignedUrl(presigning, command, {
    expiresIn: 60,
    signableHeaders: new Set(['content-type', 'content-length', 'host']),
  });
  const status = async (target: string, init: RequestInit) => (await fetch(target, init)).status;
  const pdf = { 'content-type': 'application/pdf' };

  expect(await status(url, { method: 'PUT', body: 'hello', headers: pdf })).toBe(200);
  expect(await status(url, { method: 'PUT', body: 'hello', headers: { 'content-type': 'text/html' } })).toBe(
    403,
  );
  expect(await status(url, { method: 'PUT', body: 'hello longer', headers: pdf })).toBe(403);
  expect(await status(url, { method: 'GET' })).toBe(403);
  const smuggled = { ...pdf, 'x-amz-meta-role': 'admin' };
  expect(await status(url, { method: 'PUT', body: 'hello', headers: smuggled })).toBe(403);
  expect(await status(url.replace('/a?', '/b?'), { method: 'PUT', body: 'hello', headers: pdf })).toBe(403);
  expect(
    await status(url.replace('Credential=test', 'Credential=nobody'), { method: 'PUT', body: 'hello' }),
  ).toBe(403);
});

test('a presigned PUT with the default checksum, which is that of no body, is refused as on AWS', async () => {
  const { client } = await start();
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket: 'plain', Key: 'a' }), {
    expiresIn: 60,
  });

  const response = await fetch(url, { method: 'PUT', body: 'hello' });

  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('BadDigest')]);
});

test('a browser of an allowed origin may put, another may not', async () => {
  const { settings } = await start();
  const preflight = (origin: string) =>
    fetch(`${settings.endpoint}/plain/a`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    });

  const allowed = await preflight('http://portal.test');
  const refused = await preflight('http://evil.test');

  expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([
    200,
    'http://portal.test',
  ]);
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
});

test('each operation asks for the permission that AWS asks for', async () => {
  const asked: string[] = [];
  const { client } = await start({
    authorize: (_, action, resource) => void asked.push(`${action} ${resource}`),
  });

  await put(client);
  await text(client, 'a');
  await client.send(new ListObjectsV2Command({ Bucket: 'plain' }));
  await client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'a' }));

  expect(asked).toEqual([
    's3:PutObject arn:aws:s3:::plain/a',
    's3:GetObject arn:aws:s3:::plain/a',
    's3:ListBucket arn:aws:s3:::plain',
    's3:DeleteObject arn:aws:s3:::plain/a',
  ]);
});

test('who may not list is told 403 and not that the key is absent', async () => {
  const { client } = await start({
    authorize: (_, action) => {
      if (action === 's3:ListBucket')
        throw new AccessDenied('User: role is not authorized to perform: s3:ListBucket');
    },
  });

  await expect(text(client, 'absent')).rejects.toMatchObject({
    name: 'AccessDenied',
    $metadata: { httpStatusCode: 403 },
  });
});

test('copies an object with its content and headers, asking for both permissions', async () => {
  const asked: string[] = [];
  const { client } = await start({
    authorize: (_caller, action, resource) => {
      asked.push(`${action} ${resource.split(':::')[1]}`);
    },
  });
  await client.send(
    new PutObjectCommand({ Bucket: 'plain', Key: 'from/ä 1', Body: 'content', ContentType: 'text/plain' }),
  );
  asked.length = 0;
  const CopySource = `plain/${encodeURIComponent('from/ä 1')}`;
  const copied = await client.send(new CopyObjectCommand({ Bucket: 'versioned', Key: 'to', CopySource }));

  expect(asked).toEqual(['s3:PutObject versioned/to', 's3:GetObject plain/from/ä 1']);
  expect(copied.CopyObjectResult?.ETag).toMatch(/^"[0-9a-f]{32}"$/);
  const read = await client.send(new GetObjectCommand({ Bucket: 'versioned', Key: 'to' }));
  expect(await read.Body?.transformToString()).toBe('content');
  expect(read.ContentType).toBe('text/plain');
});

test('refuses to copy what is not there, and what it does not copy exactly', async () => {
  const { client } = await start();
  const copy = (CopySource: string, more = {}) =>
    client.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'to', CopySource, ...more }));
  await expect(copy('plain/none')).rejects.toMatchObject({ name: 'NoSuchKey' });
  await expect(copy('none/from')).rejects.toMatchObject({ name: 'NoSuchBucket' });
  await expect(copy('plain/from', { MetadataDirective: 'REPLACE' })).rejects.toMatchObject({
    name: 'NotImplemented',
  });
});
