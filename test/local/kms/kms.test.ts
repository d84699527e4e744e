import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeKeyCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
  type SignCommandInput,
  VerifyCommand,
} from '@aws-sdk/client-kms';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import { createKms, type KmsOptions } from '../../../local/kms/index.ts';
import { AccessDenied } from '../../../local/service.ts';
import { serve } from '../services/serve.ts';
import { loadTemplates } from '../template/write-assembly.ts';

let folder: string;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kms-'));
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
  await rm(folder, { recursive: true });
});

const template = (properties: object) => ({
  Data: {
    Resources: {
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', ...properties },
      },
      Alias: {
        Type: 'AWS::KMS::Alias',
        Properties: { AliasName: 'alias/reports', TargetKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
      },
    },
  },
});

async function start(options: Partial<KmsOptions> = {}, properties: object = {}) {
  const assembly = loadTemplates(template(properties));
  const file = join(folder, 'kms.json');
  const clock = createVirtualClock(Date.parse('2026-03-12T00:00:00Z'));
  const kms = await createKms({ assembly, file, clock, authorize: () => {}, ...options });
  const { settings, close } = await serve(kms);
  closing.push(close);
  const keyId = assembly.resources.find(({ logicalId }) => logicalId === 'Key')?.ref ?? '';
  return { client: new KMSClient(settings), keyId, file };
}

const ES256 = 'ECDSA_SHA_256' as const;

async function publicKeyOf(client: KMSClient, KeyId: string) {
  const { PublicKey = new Uint8Array() } = await client.send(new GetPublicKeyCommand({ KeyId }));
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
}

test('a signature over a message, or over its digest, is verified by anyone with the public key', async () => {
  const { client, keyId } = await start();
  const Message = randomBytes(4096);
  const digest = createHash('sha256').update(Message).digest();
  const publicKey = await publicKeyOf(client, keyId);
  const signed = (input: Partial<SignCommandInput>) =>
    client.send(new SignCommand({ KeyId: keyId, SigningAlgorithm: ES256, Message, ...input }));

  const overMessage = await signed({});
  const overDigest = await signed({ Message: digest, MessageType: 'DIGEST' });

  for (const { Signature = new Uint8Array() } of [overMessage, overDigest]) {
    expect(verify('sha256', Message, publicKey, Signature)).toBe(true);
  }
});

test('Verify tells a good signature from another', async () => {
  const { client, keyId } = await start();
  const Message = Buffer.from('report');
  const { Signature } = await client.send(
    new SignCommand({ KeyId: keyId, SigningAlgorithm: ES256, Message }),
  );
  const check = (message: string, signature = Signature) =>
    client.send(
      new VerifyCommand({
        KeyId: keyId,
        SigningAlgorithm: ES256,
        Message: createHash('sha256').update(message).digest(),
        MessageType: 'DIGEST',
        Signature: signature,
      }),
    );

  expect((await check('report')).SignatureValid).toBe(true);
  await expect(check('another')).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });
  await expect(check('report', Buffer.from('nonsense'))).rejects.toMatchObject({
    name: 'KMSInvalidSignatureException',
  });
});

test('key id, key ARN, alias and alias ARN name the same key', async () => {
  const { client, keyId } = await start();
  const arn = (resource: string) => `arn:aws:kms:ap-east-1:000000000000:${resource}`;

  for (const name of [keyId, arn(`key/${keyId}`), 'alias/reports', arn('alias/reports')]) {
    const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: name }));
    expect(KeyMetadata).toMatchObject({
      KeyId: keyId,
      Arn: arn(`key/${keyId}`),
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
      CreationDate: new Date('2026-03-12T00:00:00Z'),
      SigningAlgorithms: [ES256],
    });
  }
});

test('the key is in the file before it signs, and the same after a restart', async () => {
  const first = await start();
  expect(Object.keys(JSON.parse(await readFile(first.file, 'utf8')))).toEqual([first.keyId]);

  const second = await start();

  const before = await publicKeyOf(first.client, first.keyId);
  expect((await publicKeyOf(second.client, second.keyId)).equals(before)).toBe(true);
});

test.each<[string, Partial<SignCommandInput>, string]>([
  ['an unknown key', { KeyId: 'nobody' }, 'NotFoundException'],
  ['an unknown alias', { KeyId: 'alias/nobody' }, 'NotFoundException'],
  ['another algorithm', { SigningAlgorithm: 'RSASSA_PSS_SHA_256' }, 'InvalidKeyUsageException'],
  ['a digest of another length', { MessageType: 'DIGEST' }, 'ValidationException'],
  ['a message over 4096 bytes', { Message: Buffer.alloc(4097) }, 'ValidationException'],
  ['an empty message', { Message: Buffer.alloc(0) }, 'ValidationException'],
])('Sign refuses %s', async (_, input, name) => {
  const { client, keyId } = await start();
  const right = { KeyId: keyId, SigningAlgorithm: ES256, Message: Buffer.from('report') };

  await expect(client.send(new SignCommand({ ...right, ...input }))).rejects.toMatchObject({ name });
});

test('a disabled key signs nothing', async () => {
  const { client } = await start({}, { Enabled: false });

  await expect(publicKeyOf(client, 'alias/reports')).rejects.toMatchObject({ name: 'DisabledException' });
});

test('every call is checked against the caller with action, key ARN and condition keys', async () => {
  const asked: unknown[] = [];
  const { client, keyId } = await start({
    authorize: (...parameters) => {
      asked.push(parameters);
      throw new AccessDenied('User: role is not authorized to perform: kms:Sign');
    },
  });

  const call = client.send(
    new SignCommand({ KeyId: keyId, SigningAlgorithm: ES256, Message: Buffer.from('x') }),
  );

  await expect(call).rejects.toMatchObject({ name: 'AccessDeniedException', message: /not authorized/ });
  const arn = `arn:aws:kms:ap-east-1:000000000000:key/${keyId}`;
  expect(asked).toEqual([
    [{ kind: 'engineer' }, 'kms:Sign', arn, { 'kms:SigningAlgorithm': ES256, 'kms:MessageType': 'RAW' }],
  ]);
});

test('a key of another kind is refused at start by name', async () => {
  await expect(start({}, { KeySpec: 'RSA_2048' })).rejects.toThrow(
    'Data/Key: KeySpec RSA_2048 with KeyUsage SIGN_VERIFY',
  );
});

test('an operation that is not built is refused by name', async () => {
  const { client } = await start();
  const { GenerateRandomCommand } = await import('@aws-sdk/client-kms');

  await expect(client.send(new GenerateRandomCommand({ NumberOfBytes: 1 }))).rejects.toThrow(
    /GenerateRandom is not supported/,
  );
});
