import * as z from 'zod';
import { arnOf } from '../place.ts';
import { bool, type Naming, resourceType } from '../resource-type.ts';

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const projection = z.strictObject({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']).optional(),
  NonKeyAttributes: z.array(z.string()).optional(),
});
/** Throughput and insights are settings of AWS; the index itself is honoured. */
const index = z.object({ IndexName: z.string(), KeySchema: keySchema, Projection: projection }).readonly();

const shared = {
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string().optional() }).optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string().optional(), Enabled: bool }).optional(),
};

const ignored = {
  BillingMode: 'capacity is that of the machine',
  ProvisionedThroughput: 'capacity is that of the machine',
  OnDemandThroughput: 'capacity is that of the machine',
  WarmThroughput: 'capacity is that of the machine',
  SSESpecification: 'encryption at rest is the disk owner’s',
};

const identify = ({ place, properties, physicalName }: Naming<{ TableName?: string | undefined }>) => {
  const name = properties.TableName ?? physicalName;
  const arn = arnOf(place, 'dynamodb', `table/${name}`);
  return {
    ref: name,
    attributes: { Arn: arn, TableId: name, StreamArn: `${arn}/stream/2020-01-01T00:00:00.000` },
  };
};

/** A table as `dynamodb.Table` declares it. */
export const dynamodbTable = resourceType({
  type: 'AWS::DynamoDB::Table',
  properties: shared,
  ignored: {
    ...ignored,
    DeletionProtectionEnabled: 'nothing on this machine deletes a table',
    PointInTimeRecoverySpecification: 'copy the file of the data directory instead',
    ContributorInsightsSpecification: 'no CloudWatch on one machine',
    TableClass: 'a price class of AWS',
  },
  identify,
});

/** A table as `dynamodb.TableV2` declares it, with exactly one replica: the region of the stack. */
export const dynamodbGlobalTable = resourceType({
  type: 'AWS::DynamoDB::GlobalTable',
  properties: {
    ...shared,
    Replicas: z.array(z.object({ Region: z.string() })).length(1, 'one machine has one replica'),
  },
  ignored: {
    ...ignored,
    WriteProvisionedThroughputSettings: 'capacity is that of the machine',
    WriteOnDemandThroughputSettings: 'capacity is that of the machine',
    ReadOnDemandThroughputSettings: 'capacity is that of the machine',
  },
  identify,
});
