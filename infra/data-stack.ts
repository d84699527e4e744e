import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { TABLES, type TableName, type TableSpec } from '../workflows/shared/tables.ts';
import { acknowledge } from './acknowledge.ts';
import { setting } from './setting.ts';

/** What must outlive every deployment: tables, the bucket of documents, the key that signs. */
export class DataStack extends Stack {
  readonly tables: Readonly<Record<TableName, TableV2>>;
  readonly documents: Bucket;
  readonly signingKey: Key;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const names = Object.keys(TABLES) as TableName[];
    this.tables = Object.fromEntries(names.map((name) => [name, table(this, name, TABLES[name])])) as Record<
      TableName,
      TableV2
    >;
    this.documents = documentsBucket(this);
    this.signingKey = new Key(this, 'SigningKey', {
      description: 'Signs listing compliance certificates (ES256)',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

const keyAttribute = (name: string) => ({ name, type: AttributeType.STRING });

function table(scope: Construct, id: TableName, spec: TableSpec): TableV2 {
  return new TableV2(scope, id, {
    partitionKey: keyAttribute(spec.partitionKey),
    sortKey: keyAttribute(spec.sortKey),
    globalSecondaryIndexes: Object.entries(spec.indexes).map(([indexName, index]) => ({
      indexName,
      partitionKey: keyAttribute(index.partitionKey),
      sortKey: keyAttribute(index.sortKey),
    })),
    ...(spec.ttl ? { timeToLiveAttribute: spec.ttl } : {}),
    billing: Billing.onDemand(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

function documentsBucket(scope: Construct): Bucket {
  const documents = new Bucket(scope, 'Documents', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
    versioned: true,
    // The portal sends files here past every function, by addresses that were signed for them.
    cors: [
      {
        allowedOrigins: [
          setting(scope, 'PublicBaseUrl', 'Address under which people reach the platform', 'publicBaseUrl'),
        ],
        allowedMethods: [HttpMethods.PUT],
        allowedHeaders: ['*'],
        maxAge: 3600,
      },
    ],
    // What nobody used; its row in AttachmentTable expires after a day (seeds/attachments).
    lifecycleRules: [
      {
        prefix: 'uploads/',
        expiration: Duration.days(2),
        noncurrentVersionExpiration: Duration.days(1),
      },
    ],
  });
  acknowledge(documents, {
    'AwsSolutions-S1':
      'An access log would hold addresses of callers and, within signed addresses, names of files: personal data.',
  });
  return documents;
}
