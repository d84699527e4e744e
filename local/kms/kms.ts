import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { jsonService, operation, ServiceError } from '../json-protocol.ts';
import type { Authorize, Caller, Service } from '../service.ts';
import type { Assembly } from '../template/assembly.ts';
import { type MessageType, sign, verify } from './ecdsa.ts';
import { type Key, openKeyStore } from './key-store.ts';

export interface KmsOptions {
  /** Declares the keys and aliases. */
  readonly assembly: Pick<Assembly, 'of' | 'place'>;
  /** Where key pairs are kept; without it they last as long as the process. */
  readonly file?: string;
  readonly clock: Clock;
  readonly authorize: Authorize;
  readonly log?: (message: string) => void;
}

const SPEC = 'ECC_NIST_P256';
const ALGORITHM = 'ECDSA_SHA_256';
/** A longer message is signed by its digest. */
const MESSAGE_LIMIT_BYTES = 4096;
const DIGEST_BYTES = 32;

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));
const KeyInput = z.object({ KeyId: z.string().min(1) });
const SignInput = KeyInput.extend({
  Message: base64,
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.string(),
});
const VerifyInput = SignInput.extend({ Signature: base64 });

/**
 * KMS as far as signing goes: Sign, Verify, GetPublicKey and DescribeKey for the P-256 keys of the templates
 * (https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html).
 */
export async function createKms(options: KmsOptions): Promise<Service & { close(): Promise<void> }> {
  const { assembly, file, clock, authorize, log } = options;
  const keys = await openKeyStore(assembly, file, clock.now());

  function keyFor(caller: Caller, action: string, name: string, context?: Record<string, string>): Key {
    const key = keys.find(name);
    if (!key) throw new ServiceError('NotFoundException', notFound(assembly, name));
    authorize(caller, `kms:${action}`, key.arn, context);
    if (!key.enabled && action !== 'DescribeKey') {
      throw new ServiceError('DisabledException', `${key.arn} is disabled.`);
    }
    return key;
  }

  function signingKey(caller: Caller, action: 'Sign' | 'Verify', input: z.output<typeof SignInput>): Key {
    const context = { 'kms:SigningAlgorithm': input.SigningAlgorithm, 'kms:MessageType': input.MessageType };
    const key = keyFor(caller, action, input.KeyId, context);
    checkMessage(input.Message, input.MessageType, input.SigningAlgorithm, key);
    return key;
  }

  const service = jsonService({
    signingName: 'kms',
    targetPrefix: 'TrentService',
    version: '1.1',
    ...(log && { log }),
    operations: {
      Sign: operation(SignInput, (input, caller) => {
        const key = signingKey(caller, 'Sign', input);
        const signature = sign(key, input.Message, input.MessageType);
        return { KeyId: key.arn, Signature: signature.toString('base64'), SigningAlgorithm: ALGORITHM };
      }),
      Verify: operation(VerifyInput, (input, caller) => {
        const key = signingKey(caller, 'Verify', input);
        if (!verify(key, input.Message, input.MessageType, input.Signature)) {
          throw new ServiceError('KMSInvalidSignatureException', '');
        }
        return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: ALGORITHM };
      }),
      GetPublicKey: operation(KeyInput, ({ KeyId }, caller) => {
        const key = keyFor(caller, 'GetPublicKey', KeyId);
        const der = key.publicKey.export({ format: 'der', type: 'spki' });
        return { KeyId: key.arn, PublicKey: der.toString('base64'), ...KIND };
      }),
      DescribeKey: operation(KeyInput, ({ KeyId }, caller) => ({
        KeyMetadata: describeKey(keyFor(caller, 'DescribeKey', KeyId), assembly.place.accountId),
      })),
    },
  });
  return { ...service, close: async () => {} };
}

const KIND = {
  KeySpec: SPEC,
  CustomerMasterKeySpec: SPEC,
  KeyUsage: 'SIGN_VERIFY',
  SigningAlgorithms: [ALGORITHM],
};

function describeKey(key: Key, accountId: string) {
  return {
    AWSAccountId: accountId,
    KeyId: key.keyId,
    Arn: key.arn,
    CreationDate: key.createdAtMs / 1000,
    Enabled: key.enabled,
    KeyState: key.enabled ? 'Enabled' : 'Disabled',
    KeyManager: 'CUSTOMER',
    Origin: 'AWS_KMS',
    MultiRegion: false,
    ...KIND,
  };
}

function checkMessage(message: Buffer, type: MessageType, algorithm: string, key: Key): void {
  if (algorithm !== ALGORITHM) {
    const text = `Algorithm ${algorithm} is incompatible with key spec ${SPEC} of ${key.arn}.`;
    throw new ServiceError('InvalidKeyUsageException', text);
  }
  if (type === 'DIGEST' && message.length !== DIGEST_BYTES) {
    throw new ServiceError('ValidationException', `Digest is invalid length for algorithm ${ALGORITHM}.`);
  }
  if (message.length < 1 || message.length > MESSAGE_LIMIT_BYTES) {
    const rule = `Member must have length less than or equal to ${MESSAGE_LIMIT_BYTES} and greater than or equal to 1`;
    throw new ServiceError('ValidationException', `Value at 'message' failed to satisfy constraint: ${rule}`);
  }
}

function notFound({ place }: Pick<Assembly, 'place'>, name: string): string {
  if (name.startsWith('alias/')) {
    return `Alias arn:${place.partition}:kms:${place.region}:${place.accountId}:${name} is not found.`;
  }
  return name.startsWith('arn:') ? `Key '${name}' does not exist` : `Invalid keyId ${name}`;
}
