import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { MatchResult } from '../../../workflows/financing-demand/match.ts';
import { ProductCatalogue } from '../../../workflows/financing-demand/product/contract.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { FINANCING_CONDITION } from './financing-condition.ts';
import { FINANCING_KEY, PRODUCTS } from './financing-key.ts';

/** The institutions' products, and what was matched with them. */
export interface ProductStore {
  /** The catalogue in force; version 0, without products, where none was ever given. Strongly consistent. */
  inForce(institutionId: string): Promise<ProductCatalogue>;
  version(institutionId: string, version: number): Promise<ProductCatalogue | undefined>;
  /** Of all institutions. */
  all(): Promise<ReadonlyMap<string, ProductCatalogue>>;
  /** On condition that nobody replaced it since; each version is kept. Two writes. */
  replace(read: ProductCatalogue, next: ProductCatalogue): GuardedWrite[];
  matches(demandId: string): Promise<MatchResult | undefined>;
  keepMatches(result: MatchResult): GuardedWrite;
}

export function productStore(db: DynamoDBDocumentClient, TableName: string): ProductStore {
  const get = async (Key: { pk: string; sk: string }) =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  return {
    async inForce(institutionId) {
      const item = await get(FINANCING_KEY.products(institutionId));
      return item
        ? ProductCatalogue.strip().parse(item.catalogue)
        : { institutionId, version: 0, products: [] };
    },
    async version(institutionId, version) {
      const item = await get(FINANCING_KEY.productVersion(institutionId, version));
      return item && ProductCatalogue.strip().parse(item.catalogue);
    },
    all: () => allCatalogues(db, TableName),
    replace: (read, next) => replaceCatalogue(TableName, read, next),
    async matches(demandId) {
      const item = await get(FINANCING_KEY.matches(demandId));
      return item && MatchResult.strip().parse(item.result);
    },
    keepMatches: (result) => ({
      write: { Put: { TableName, Item: { ...FINANCING_KEY.matches(result.demandId), result } } },
    }),
  };
}

async function allCatalogues(
  db: DynamoDBDocumentClient,
  TableName: string,
): Promise<ReadonlyMap<string, ProductCatalogue>> {
  const found = new Map<string, ProductCatalogue>();
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': PRODUCTS },
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const item of Items) {
      const catalogue = ProductCatalogue.strip().parse(item.catalogue);
      found.set(catalogue.institutionId, catalogue);
    }
    start = LastEvaluatedKey;
  } while (start);
  return found;
}

function replaceCatalogue(
  TableName: string,
  { institutionId, version: readVersion }: ProductCatalogue,
  catalogue: ProductCatalogue,
): GuardedWrite[] {
  const { version } = catalogue;
  const first = readVersion === 0;
  return [
    {
      write: {
        Put: {
          TableName,
          Item: { ...FINANCING_KEY.products(institutionId), version, catalogue },
          ConditionExpression: first ? FINANCING_CONDITION.absent : FINANCING_CONDITION.sameVersion,
          ...(first
            ? {}
            : {
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':readVersion': readVersion },
              }),
        },
      },
      otherwise: () => new StaleReadError(`products of ${institutionId}`),
    },
    {
      write: {
        Put: {
          TableName,
          Item: { ...FINANCING_KEY.productVersion(institutionId, version), catalogue },
          ConditionExpression: FINANCING_CONDITION.absent,
        },
      },
    },
  ];
}
