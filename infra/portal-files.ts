import { existsSync } from 'node:fs';
import { RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { PORTAL } from './bundles.ts';
import { setting } from './setting.ts';

/** Nobody but the distribution reads it. */
export function portalBucket(scope: Construct): Bucket {
  const files = new Bucket(scope, 'Files', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(files, {
    'AwsSolutions-S1': 'It holds what anybody may read, and an access log would hold who did: personal data.',
  });
  return files;
}

/** Puts the built portal and what it must know of the deployment (settings.json) into the bucket. */
export function deployPortal(scope: Construct, bucket: Bucket, distribution: Distribution): void {
  if (!existsSync(PORTAL)) throw new Error(`${PORTAL} is not there: run node infra/build.ts`);
  const logGroup = new LogGroup(scope, 'DeploymentLogs', {
    retention: RetentionDays.SIX_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const deployment = new BucketDeployment(scope, 'Deployment', {
    sources: [
      Source.asset(PORTAL),
      Source.jsonData('settings.json', {
        issuer: setting(scope, 'IdentityIssuer', 'URL of the OpenID Connect issuer', 'issuer'),
        clientId: setting(
          scope,
          'PortalClientId',
          'Public client (code with PKCE) of the portal at the issuer',
          'portalClientId',
        ),
      }),
    ],
    destinationBucket: bucket as IBucket,
    distribution,
    logGroup,
  });
  acknowledgeCopying(deployment);
}

/** The function that copies and its role are made by CDK: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3_deployment-readme.html */
function acknowledgeCopying(deployment: BucketDeployment): void {
  const role =
    'CDK makes this role: it reads the assets of this account, writes this bucket and its logs, no more.';
  const stack = Stack.of(deployment);
  const named = (value: string, name: string) => (Token.isUnresolved(value) ? `<AWS::${name}>` : value);
  const [account, region] = [named(stack.account, 'AccountId'), named(stack.region, 'Region')];
  const partition = named(stack.partition, 'Partition');
  const wildcards = [
    'Action::s3:GetBucket*',
    'Action::s3:GetObject*',
    'Action::s3:List*',
    'Action::s3:Abort*',
    'Action::s3:DeleteObject*',
    `Resource::arn:${partition}:s3:::cdk-hnb659fds-assets-${account}-${region}/*`,
    'Resource::<Files8E6940B8.Arn>/*',
  ];
  acknowledge(deployment.handlerRole, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
      role,
    ...Object.fromEntries(wildcards.map((finding) => [`AwsSolutions-IAM5[${finding}]`, role])),
    'AwsSolutions-IAM5[Resource::*]':
      'CDK lets the function invalidate distributions of the account; CloudFront tells it when that is done.',
  });
  acknowledge(stack, {
    'AwsSolutions-L1':
      'CDK sets the runtime of the function that copies the files; this stack has no other function.',
  });
}
