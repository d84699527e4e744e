import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { registerChainId } from '../../../workflows/listing-certificate/register/contract.ts';
import { type ChainHead, EMPTY_CHAIN, nextEntry } from '../../../workflows/shared/audit/chain.ts';
import { type Deed, putEntry } from '../../shared/store/case-write.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { REGISTER_CONDITION } from './register-condition.ts';
import { REGISTER_KEY } from './register-key.ts';

/** The audit chain of each department's register: what came into force, and who chose what goes out without an officer. */
export interface RegisterChain {
  /** Strongly consistent. */
  head(departmentId: string): Promise<ChainHead>;
  /** The next entry, on condition that the chain still ends where it was read. Two writes. */
  add(departmentId: string, head: ChainHead, deed: Deed): GuardedWrite[];
}

const Head = z.object({ sequence: z.int().positive(), hash: z.string() });

export function registerChain(
  db: DynamoDBDocumentClient,
  TableName: string,
  auditTable: () => string,
): RegisterChain {
  return {
    async head(departmentId) {
      const Key = REGISTER_KEY.chain(departmentId);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item ? Head.parse(Item) : EMPTY_CHAIN;
    },
    add(departmentId, read, { details = {}, ...deed }) {
      const caseId = registerChainId(departmentId);
      const entry = nextEntry(read, { caseId, ...deed, details: { departmentId, ...details } });
      const { sequence, hash } = entry;
      const Item = { ...REGISTER_KEY.chain(departmentId), sequence, hash };
      return [
        {
          write: { Put: { TableName, Item, ...stillAt(read) } },
          otherwise: () => new StaleReadError(`audit of the register of ${departmentId}`),
        },
        putEntry(auditTable(), entry),
      ];
    },
  };
}

function stillAt({ sequence }: ChainHead) {
  if (sequence === 0) return { ConditionExpression: REGISTER_CONDITION.absent };
  return {
    ConditionExpression: REGISTER_CONDITION.sameEnd,
    ExpressionAttributeNames: { '#sequence': 'sequence' },
    ExpressionAttributeValues: { ':readSequence': sequence },
  };
}
