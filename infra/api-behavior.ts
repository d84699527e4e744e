import { Fn } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import type { PlatformApi } from './api.ts';
import { originSecret } from './service-settings.ts';

/**
 * To the API every request comes from an edge of CloudFront. So the edge says whose it is, over whatever the caller said of itself, and functions
 * believe it who shows the secret (functions/shared/caller-address.ts). A function, because CloudFront-Viewer-Address can be
 * forwarded only together with the Host of the caller, which API Gateway refuses.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/example_cloudfront_functions_add_true_client_ip_header_section.html
 */
const NAME_THE_CALLER = `function handler(event) {
  var request = event.request;
  request.headers['true-client-ip'] = { value: event.viewer.ip };
  return request;
}`;

/** How the distribution passes requests on to the API: as they are, and with the caller's address. */
export function apiBehaviorOf(scope: Construct, api: PlatformApi): BehaviorOptions {
  // https://<id>.execute-api.<region>.amazonaws.com
  const domain = Fn.select(2, Fn.split('/', api.endpoint));
  const nameTheCaller = new EdgeFunction(scope, 'NameTheCaller', {
    code: FunctionCode.fromInline(NAME_THE_CALLER),
    runtime: FunctionRuntime.JS_2_0,
  });
  return {
    origin: new HttpOrigin(domain, { customHeaders: { 'x-origin-secret': originSecret(scope) } }),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    functionAssociations: [{ function: nameTheCaller, eventType: FunctionEventType.VIEWER_REQUEST }],
  };
}
