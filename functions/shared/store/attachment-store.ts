import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { AttachmentRow, CaseAttachment } from '../../../workflows/shared/attachments/attachment.ts';
import { RefusedError } from '../errors.ts';
import { ATTACHMENT_CONDITION } from './attachment-condition.ts';
import { ATTACHMENT_KEY } from './attachment-key.ts';
import { type Called, countCaller } from './caller-count.ts';
import { StaleReadError } from './stale-read.ts';
import type { GuardedWrite } from './write.ts';

/** AttachmentTable: files on their way and files of cases. Reads by key are strongly consistent. */
export interface AttachmentStore {
  /** Undefined also where it was to be removed by now. */
  read(attachmentId: string, now: Date): Promise<AttachmentRow | undefined>;
  /** One write. */
  announce(row: AttachmentRow): GuardedWrite;
  /** Writes the row's next state on condition that it is as it was read. @throws StaleReadError */
  change(read: AttachmentRow, change: Partial<AttachmentRow>): Promise<AttachmentRow>;
  /** The file is the case's from now on. Two writes. @throws RefusedError 409 where another case took it meanwhile */
  use(row: AttachmentRow, caseId: string, kept: CaseAttachment): GuardedWrite[];
  /** A file that came inside a request. One write. */
  keep(caseId: string, kept: CaseAttachment): GuardedWrite;
  ofCase(caseId: string): Promise<CaseAttachment[]>;
  readOfCase(caseId: string, attachmentId: string): Promise<CaseAttachment | undefined>;
  /** One more of the files that anybody sent from an address today. @throws `refused` One write. */
  count(called: Called, refused: (limit: number) => Error): GuardedWrite;
}

export function attachmentStore(db: DynamoDBDocumentClient, TableName: string): AttachmentStore {
  const get = async (Key: { pk: string; sk: string }) =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const put = (Item: Record<string, unknown>): GuardedWrite => ({
    write: { Put: { TableName, Item, ConditionExpression: ATTACHMENT_CONDITION.absent } },
  });
  const keep = (caseId: string, kept: CaseAttachment) =>
    put({ ...ATTACHMENT_KEY.kept(caseId, kept.attachmentId), ...kept });
  return {
    keep,
    async read(attachmentId, now) {
      const item = await get(ATTACHMENT_KEY.attachment(attachmentId));
      const row = item && AttachmentRow.strip().parse(item);
      const gone = row?.removedAfter !== undefined && new Date(row.removedAfter) <= now;
      return gone ? undefined : row;
    },
    announce: (row) => put(itemOf(row)),
    change: (read, change) => changeRow(db, TableName, read, change),
    use: (row, caseId, kept) => [useRow(TableName, row, caseId), keep(caseId, kept)],
    async ofCase(caseId) {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': ATTACHMENT_KEY.ofCase(caseId) },
        }),
      );
      return z.array(CaseAttachment.strip()).parse(Items);
    },
    count: (called, refused) => countCaller(TableName, called, refused),
    async readOfCase(caseId, attachmentId) {
      const item = await get(ATTACHMENT_KEY.kept(caseId, attachmentId));
      return item && CaseAttachment.strip().parse(item);
    },
  };
}

/** DynamoDB removes it some time after `expiresAtSeconds`. */
function itemOf(row: AttachmentRow): Record<string, unknown> {
  const { attachmentId, removedAfter } = row;
  const expiry = removedAfter && { expiresAtSeconds: Math.floor(Date.parse(removedAfter) / 1000) };
  return { ...ATTACHMENT_KEY.attachment(attachmentId), ...row, ...expiry };
}

async function changeRow(
  db: DynamoDBDocumentClient,
  TableName: string,
  read: AttachmentRow,
  change: Partial<AttachmentRow>,
): Promise<AttachmentRow> {
  const next: AttachmentRow = { ...read, ...change, version: read.version + 1 };
  try {
    await db.send(
      new PutCommand({
        TableName,
        Item: itemOf(next),
        ConditionExpression: ATTACHMENT_CONDITION.unchanged,
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':readVersion': read.version },
      }),
    );
    return next;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    throw new StaleReadError(`attachment ${read.attachmentId}`);
  }
}

function useRow(TableName: string, { attachmentId }: AttachmentRow, caseId: string): GuardedWrite {
  return {
    write: {
      Update: {
        TableName,
        Key: ATTACHMENT_KEY.attachment(attachmentId),
        ConditionExpression: ATTACHMENT_CONDITION.cleanAndUnused,
        UpdateExpression: 'SET caseId = :caseId REMOVE expiresAtSeconds, removedAfter ADD #version :one',
        ExpressionAttributeNames: { '#state': 'state', '#version': 'version' },
        ExpressionAttributeValues: { ':clean': 'CLEAN', ':caseId': caseId, ':one': 1 },
      },
    },
    otherwise: () =>
      new RefusedError({
        status: 409,
        code: 'attachment-used',
        zh: '附件已用于另一个办件或已被清理，请重新上传',
        en: 'Another case uses the attachment, or it was removed: upload it again',
        present: { attachmentId },
      }),
  };
}
