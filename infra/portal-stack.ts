import { Fn, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ROUTES } from '../workflows/routes.ts';
import { acknowledge } from './acknowledge.ts';
import type { PlatformApi } from './api.ts';
import type { DataStack } from './data-stack.ts';
import { PREFIX } from './names.ts';
import { accessLogs, deployPortal, portalBucket } from './portal-files.ts';
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
    const logs = accessLogs(this);
    const bucket = portalBucket(this, logs);
    const identityOrigins = setting(
      this,
      'IdentityOrigins',
      'Origins that the browser calls to sign in, separated by spaces: of the issuer and of its token endpoint',
      'identityOrigins',
    );
    const uploads = `https://${data.documents.bucketRegionalDomainName}`;
    const { root, assets } = portalBehaviors(this, bucket, [identityOrigins, uploads]);
    const apiBehavior = toApi(api);
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${PREFIX}: portal and API`,
      defaultRootObject: 'index.html',
      // CDK's own types do not hold under exactOptionalPropertyTypes.
      logBucket: logs as IBucket,
      logFilePrefix: 'cloudfront/',
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
      'AwsSolutions-CFR4':
        'Without a domain of its own it has the certificate of cloudfront.net, whose TLS version CloudFront sets.',
    });
    deployPortal(this, bucket, distribution);
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

function toApi(api: PlatformApi): BehaviorOptions {
  // https://<id>.execute-api.<region>.amazonaws.com
  const domain = Fn.select(2, Fn.split('/', api.endpoint));
  return {
    origin: new HttpOrigin(domain),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  };
}
