import type { Assembly } from '../template/assembly.ts';
import { dynamodbGlobalTable, dynamodbTable } from '../template/resources/dynamodb.ts';

interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

/** An index as CreateTable takes it. */
export interface IndexSpec {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly Projection: {
    readonly ProjectionType?: string | undefined;
    readonly NonKeyAttributes?: readonly string[] | undefined;
  };
}

/** A table as the template declares it. */
export interface TableSpec {
  readonly name: string;
  readonly arn: string;
  readonly attributes: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  readonly keySchema: readonly KeyElement[];
  readonly globalIndexes: readonly IndexSpec[];
  readonly localIndexes: readonly IndexSpec[];
  readonly streamViewType: string | undefined;
  /** The attribute that holds the epoch seconds after which an item goes, where time to live is on. */
  readonly expiryAttribute: string | undefined;
}

/** The tables of the template. */
export function tableSpecs(assembly: Assembly): readonly TableSpec[] {
  const declared = [...assembly.of(dynamodbTable), ...assembly.of(dynamodbGlobalTable)];
  return declared.map(({ ref, attributes, properties }) => ({
    name: ref,
    arn: attributes.Arn ?? '',
    attributes: properties.AttributeDefinitions,
    keySchema: properties.KeySchema,
    globalIndexes: properties.GlobalSecondaryIndexes ?? [],
    localIndexes: properties.LocalSecondaryIndexes ?? [],
    streamViewType: properties.StreamSpecification?.StreamViewType,
    expiryAttribute: properties.TimeToLiveSpecification?.Enabled
      ? properties.TimeToLiveSpecification.AttributeName
      : undefined,
  }));
}

/** The name of the partition key of a table or of one of its indexes. */
export function partitionKeyOf(table: TableSpec, indexName?: string): string | undefined {
  const index = [...table.globalIndexes, ...table.localIndexes].find((one) => one.IndexName === indexName);
  return (index ?? { KeySchema: table.keySchema }).KeySchema.find((key) => key.KeyType === 'HASH')
    ?.AttributeName;
}
