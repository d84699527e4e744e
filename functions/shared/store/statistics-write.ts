import type { AuditEntry } from '../../../workflows/shared/audit-entry.ts';
import { countedOf } from '../../../workflows/shared/statistics/counted.ts';
import { CASE_KEY, statisticsShardOf } from './case-key.ts';
import type { GuardedWrite } from './write.ts';

/**
 * Moves the statistics an audit entry stands in, in the transaction that writes the entry. One write, or none. Two entries of
 * one transaction must not stand in the same statistics: a transaction writes an item once.
 */
export function countEntry(TableName: string, entry: AuditEntry, workflow: string): GuardedWrite[] {
  const counted = countedOf(entry, workflow);
  if (counted === undefined) return [];
  const { month, counters } = counted;
  const names = Object.fromEntries(counters.map((counter, index) => [`#c${index}`, counter]));
  return [
    {
      write: {
        Update: {
          TableName,
          Key: CASE_KEY.statistics(month, statisticsShardOf(entry.caseId), counted),
          UpdateExpression: `ADD ${Object.keys(names)
            .map((name) => `${name} :one`)
            .join(', ')}`,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
    },
  ];
}
