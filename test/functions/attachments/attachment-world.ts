import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { announceAttachment } from '../../../functions/attachments/announce-attachment.ts';
import { announcePublicAttachment } from '../../../functions/attachments/announce-public-attachment.ts';
import { completeAttachment } from '../../../functions/attachments/complete-attachment.ts';
import { completePublicAttachment } from '../../../functions/attachments/complete-public-attachment.ts';
import type { AttachmentServices } from '../../../functions/attachments/store/attachment-services.ts';
import type { FileAddresses } from '../../../functions/shared/client/file-addresses.ts';
import type { UploadedFiles } from '../../../functions/shared/client/uploaded-files.ts';
import { route } from '../../../functions/shared/route.ts';
import { malwareScanner } from '../../../functions/shared/scan/malware-scanner.ts';
import { attachmentStore } from '../../../functions/shared/store/attachment-store.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import type { Attachment, ScannerName } from '../../../workflows/shared/attachments/attachment.ts';
import {
  AnnounceAttachment,
  AnnouncePublicAttachment,
  CompleteAttachment,
  CompletePublicAttachment,
} from '../../../workflows/shared/attachments/routes.ts';
import { send } from '../support/http.ts';
import { NOW, type World, world } from '../support/world.ts';

interface Services extends AttachmentServices, World {
  readonly addresses: FileAddresses;
  readonly caseFiles: UploadedFiles;
}

/** Attachments on a real database; the bucket is a map. */
export function attachmentWorld(db: DynamoDBDocumentClient, scanner: ScannerName = 'eicar-stub') {
  let now = Date.parse(NOW);
  let key = 0;
  const bucket = new Map<string, Uint8Array>();
  const services: Services = {
    ...world(db),
    now: () => new Date(now),
    attachments: attachmentStore(db, 'AttachmentTable'),
    scanner: malwareScanner(scanner),
    addresses: {
      forUpload: async (path) => ({ url: `https://bucket.example/${path}`, headers: {} }),
      forDownload: async (path) => `https://bucket.example/${path}`,
    },
    caseFiles: {
      find: async (path) => bucket.get(path),
      copy: async (from, to) => void bucket.set(to, bucket.get(from) ?? new Uint8Array()),
    },
  };
  const announce = (actor: Actor, body: unknown) =>
    send(
      route(AnnounceAttachment, announceAttachment, () => services),
      { actor, body, headers: { 'idempotency-key': `announce-${Math.random()}-${++key}` } },
    );
  const complete = (actor: Actor, attachmentId: string) =>
    send(
      route(CompleteAttachment, completeAttachment, () => services),
      { actor, path: { attachmentId } },
    );
  /** Anybody announces a file, from an address. */
  const announcePublicly = (body: unknown, from: string) =>
    send(
      route(
        AnnouncePublicAttachment,
        (input, world) => announcePublicAttachment({ ...input, from }, world),
        () => services,
      ),
      { body, headers: { 'idempotency-key': `announce-${Math.random()}-${++key}` } },
    );
  const completePublicly = (attachmentId: string) =>
    send(
      route(CompletePublicAttachment, completePublicAttachment, () => services),
      { path: { attachmentId } },
    );
  /** Announces a file and puts it (or other content) into the bucket. */
  async function upload(actor: Actor, name: string, content: Uint8Array, put = content): Promise<string> {
    const { json } = await announce(actor, told(name, content));
    const { attachmentId } = json.attachment as Attachment;
    bucket.set(`uploads/${attachmentId}`, put);
    return attachmentId;
  }
  return {
    services,
    bucket,
    announce,
    announcePublicly,
    complete,
    completePublicly,
    upload,
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

export function told(name: string, content: Uint8Array) {
  return {
    name,
    sizeBytes: content.byteLength,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
/** https://www.eicar.org/download-anti-malware-testfile/, in two parts so that no scanner takes this file for it. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);
