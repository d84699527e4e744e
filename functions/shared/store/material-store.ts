import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Material } from '../../../workflows/shared/material.ts';
import { DESK_CONDITION } from './desk-condition.ts';
import { DESK_KEY } from './desk-key.ts';
import { wholePartition } from './whole-partition.ts';
import type { GuardedWrite } from './write.ts';

/** What applicants sent of their own accord, in DeskTable beside the case's tasks. */
export interface MaterialStore {
  /** One write. */
  add(caseId: string, material: Material): GuardedWrite;
  /** Oldest first; the rules keep them few. */
  ofCase(caseId: string): Promise<Material[]>;
}

export function materialStore(db: DynamoDBDocumentClient, TableName: string): MaterialStore {
  return {
    add: (caseId, material) => ({
      write: {
        Put: {
          TableName,
          Item: { ...DESK_KEY.material(caseId, material), ...material },
          ConditionExpression: DESK_CONDITION.absent,
        },
      },
    }),
    async ofCase(caseId) {
      const items = await wholePartition(db, TableName, DESK_KEY.partition(caseId), { prefix: 'material#' });
      return z.array(Material.strip()).parse(items);
    },
  };
}
