import { Duration } from 'aws-cdk-lib';
import {
  type BehaviorOptions,
  CachePolicy,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** A page of the portal is an address without a file (ids hold dots): each gets the one document, which finds the page. */
const PAGE_OF_THE_PORTAL = `function handler(event) {
  var request = event.request;
  if (!/^\\/[^/]+\\.(html|json|svg|png|ico|txt)$/.test(request.uri)) request.uri = '/index.html';
  return request;
}`;
const A_YEAR = 'public, max-age=31536000, immutable';

/** How the files of the portal are served: the document always anew, what has its hash in its name for good. */
export function portalBehaviors(scope: Construct, bucket: Bucket, connectTo: readonly string[]) {
  // CDK's own types do not hold under exactOptionalPropertyTypes.
  const origin = S3BucketOrigin.withOriginAccessControl(bucket as IBucket);
  const behavior = (id: string, cacheControl: string): BehaviorOptions => ({
    origin,
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    responseHeadersPolicy: headers(scope, id, cacheControl, connectTo),
  });
  const toPages = new EdgeFunction(scope, 'ToPages', {
    code: FunctionCode.fromInline(PAGE_OF_THE_PORTAL),
    runtime: FunctionRuntime.JS_2_0,
  });
  return {
    root: {
      ...behavior('PageHeaders', 'no-cache'),
      functionAssociations: [{ function: toPages, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
    assets: behavior('AssetHeaders', A_YEAR),
  };
}

function headers(scope: Construct, id: string, cacheControl: string, connectTo: readonly string[]) {
  const always = { override: true } as const;
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(connectTo), ...always },
      contentTypeOptions: always,
      frameOptions: { frameOption: HeadersFrameOption.DENY, ...always },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, ...always },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        ...always,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'cache-control', value: cacheControl, ...always },
        { header: 'cross-origin-opener-policy', value: 'same-origin', ...always },
        { header: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=()', ...always },
      ],
    },
  });
}

/** Scripts are files of ours and nothing else; antd writes its styles into the document. */
function contentSecurityPolicy(connectTo: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${connectTo.join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
