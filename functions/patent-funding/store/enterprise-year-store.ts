import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { PATENT_CONDITION } from './patent-condition.ts';
import { PATENT_KEY } from './patent-key.ts';

/** Whose cap of which year. */
export interface YearOf {
  readonly uscc: string;
  readonly programmeId: string;
  readonly year: number;
}

const Uses = z.object({
  version: z.int().positive(),
  /** In fen, by the id of the case. */
  uses: z.record(z.string(), z.int().nonnegative()),
});

/** What an enterprise uses of its cap in a year, case by case: two cases at once cannot both have what is left. */
export interface EnterpriseYear {
  readonly of: YearOf;
  readonly version: number;
  readonly uses: Readonly<Record<string, number>>;
}

/** What the other cases of the enterprise leave to one. */
export function leftFor({ uses }: EnterpriseYear, caseId: string, capFen: number): number {
  const others = Object.entries(uses).filter(([other]) => other !== caseId);
  return Math.max(0, capFen - others.reduce((sum, [, fen]) => sum + fen, 0));
}

export interface EnterpriseYearStore {
  read(of: YearOf): Promise<EnterpriseYear>;
  /** What a case uses from now on; 0 gives it back. Wrap read and commit in `untilFresh`. One write. */
  use(read: EnterpriseYear, caseId: string, fen: number): GuardedWrite;
}

export function enterpriseYearStore(db: DynamoDBDocumentClient, TableName: string): EnterpriseYearStore {
  return {
    async read(of) {
      const Key = PATENT_KEY.enterpriseYear(of.uscc, of.programmeId, of.year);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return { of, ...(Item ? Uses.parse(Item) : { version: 0, uses: {} }) };
    },
    use({ of, version, uses }, caseId, fen) {
      const { [caseId]: _, ...others } = uses;
      const Item = {
        ...PATENT_KEY.enterpriseYear(of.uscc, of.programmeId, of.year),
        version: version + 1,
        uses: fen === 0 ? others : { ...others, [caseId]: fen },
      };
      const condition =
        version === 0
          ? { ConditionExpression: PATENT_CONDITION.absent }
          : {
              ConditionExpression: PATENT_CONDITION.unchanged,
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':readVersion': version },
            };
      return {
        write: { Put: { TableName, Item, ...condition } },
        otherwise: () => new StaleReadError(`the year of ${of.uscc}`),
      };
    },
  };
}
