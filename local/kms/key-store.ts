import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import { readFileIfThere, writeFileDurably } from '../durable-file.ts';
import type { Assembly } from '../template/assembly.ts';
import { kmsAlias, kmsKey } from '../template/resources/storage.ts';

const StoredKey = z.strictObject({ privateKeyPem: z.string(), createdAt: z.string() });
const KeyFile = z.record(z.string(), StoredKey);

/** A key of the template with its key pair. */
export interface Key {
  readonly keyId: string;
  readonly arn: string;
  readonly enabled: boolean;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly createdAtMs: number;
}

export interface KeyStore {
  /** By key id, key ARN, alias name or alias ARN. */
  find(name: string): Key | undefined;
}

/**
 * Reads the key pairs of the template's keys and makes those that are new. A new pair is safely in the file before anyone can
 * sign with it; a pair whose key has left the template is kept, since what it signed must stay verifiable.
 *
 * @param file where the key pairs are kept; without it they last as long as the process
 * @throws an Error that names a key of the template which cannot be made here
 */
export async function openKeyStore(
  assembly: Pick<Assembly, 'of'>,
  file: string | undefined,
  nowMs: number,
): Promise<KeyStore> {
  const text = file === undefined ? undefined : await readFileIfThere(file);
  const stored = text === undefined ? {} : KeyFile.parse(JSON.parse(text));
  const names = new Map<string, Key>();
  let added = false;
  for (const { ref, attributes, properties, stackName, logicalId } of assembly.of(kmsKey)) {
    if (properties.KeySpec !== 'ECC_NIST_P256' || properties.KeyUsage !== 'SIGN_VERIFY') {
      const asked = `KeySpec ${properties.KeySpec} with KeyUsage ${properties.KeyUsage}`;
      throw new Error(
        `${stackName}/${logicalId}: ${asked} is not supported on one machine; ECC_NIST_P256 with SIGN_VERIFY is`,
      );
    }
    const pair = stored[ref] ?? newPair(nowMs);
    added ||= !stored[ref];
    stored[ref] = pair;
    const key = readKey(ref, attributes.Arn ?? '', properties.Enabled ?? true, pair);
    names.set(ref, key).set(key.arn, key);
  }
  if (added && file !== undefined) await writeFileDurably(file, JSON.stringify(stored, undefined, 1));
  addAliases(assembly, names);
  return { find: (name) => names.get(name) };
}

function addAliases(assembly: Pick<Assembly, 'of'>, names: Map<string, Key>): void {
  for (const { ref, attributes, properties, stackName, logicalId } of assembly.of(kmsAlias)) {
    const key = names.get(properties.TargetKeyId);
    if (!key) throw new Error(`${stackName}/${logicalId} is an alias of a key that no template declares`);
    names.set(ref, key).set(attributes.Arn ?? ref, key);
  }
}

function newPair(nowMs: number): z.infer<typeof StoredKey> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const privateKeyPem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { privateKeyPem, createdAt: new Date(nowMs).toISOString() };
}

function readKey(keyId: string, arn: string, enabled: boolean, stored: z.infer<typeof StoredKey>): Key {
  const privateKey = createPrivateKey(stored.privateKeyPem);
  const publicKey = createPublicKey(privateKey);
  return { keyId, arn, enabled, privateKey, publicKey, createdAtMs: Date.parse(stored.createdAt) };
}
