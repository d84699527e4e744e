import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Distribution, type DistributionProps } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { ROUTES } from '../workflows/routes.ts';
import { acknowledge } from './acknowledge.ts';
import type { PlatformApi } from './api.ts';
import { apiBehaviorOf } from './api-behavior.ts';
import type { DataStack } from './data-stack.ts';
import { PREFIX } from './names.ts';
import { deployPortal, portalBucket } from './portal-files.ts';
import { portalBehaviors } from './portal-headers.ts';
import { setting } from './setting.ts';

interface PortalStackProps extends StackProps {
  readonly data: DataStack;
  readonly api: PlatformApi;
}

/** The portal and the API under one address: files of a private bucket, and everything that has a route goes to the API. */
export class PortalStack extends Stack {
  constructor(scope: Construct, id: string, { data, api, ...props }: PortalStackProps) {
    super(scope, id, props);
    const bucket = portalBucket(this);
    const identityOrigins = setting(
      this,
      'IdentityOrigins',
      'Origins that the browser calls to sign in, separated by spaces: of the issuer and of its token endpoint',
      'identityOrigins',
    );
    const uploads = `https://${data.documents.bucketRegionalDomainName}`;
    const { root, assets } = portalBehaviors(this, bucket, [identityOrigins, uploads]);
    const apiBehavior = apiBehaviorOf(this, api);
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${PREFIX}: portal and API`,
      defaultRootObject: 'index.html',
      ...ownDomain(this),
      defaultBehavior: root,
      additionalBehaviors: {
        '/assets/*': assets,
        ...Object.fromEntries(apiPaths().map((path) => [path, apiBehavior])),
      },
    });
    acknowledge(distribution, {
      'AwsSolutions-CFR1': 'Enterprises apply from wherever their officers are: no country is shut out.',
      'AwsSolutions-CFR2':
        'The API throttles by itself; a web ACL is for the account that runs it to choose.',
      'AwsSolutions-CFR3':
        'A log would hold addresses and queries of callers, such as the enterprise whose report somebody verifies: personal data.',
      'AwsSolutions-CFR4':
        'Without a domain of its own it has the certificate of cloudfront.net, whose TLS version CloudFront sets.',
    });
    deployPortal(this, bucket, distribution);
    new CfnOutput(this, 'PortalAddress', {
      description: 'Where the distribution answers; the own domain, if any, is to be an alias of it',
      value: `https://${distribution.distributionDomainName}`,
    });
  }
}

/** `/v1/*`, `/verify`, `/verify/*`: what CloudFront has to know of the routes. */
function apiPaths(): string[] {
  const patterns = ROUTES.map(({ path }) => {
    const [, first = '', ...rest] = path.split('/');
    return rest.length > 0 ? `/${first}/*` : `/${first}`;
  });
  return [...new Set(patterns)].sort();
}

/**
 * An own domain, with its certificate of ACM in us-east-1; both or none.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
 */
function ownDomain(scope: Construct): Pick<DistributionProps, 'domainNames' | 'certificate'> {
  const domainName: unknown = scope.node.tryGetContext('domainName');
  const certificateArn: unknown = scope.node.tryGetContext('certificateArn');
  if (domainName === undefined && certificateArn === undefined) return {};
  if (typeof domainName !== 'string' || typeof certificateArn !== 'string')
    throw new Error('A domain of its own takes both -c domainName=... and -c certificateArn=...');
  return {
    domainNames: [domainName],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
  };
}
