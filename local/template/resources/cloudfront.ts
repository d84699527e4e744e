import * as z from 'zod';
import { numeric, resourceType } from '../resource-type.ts';

const methods = z.array(z.string());
const behavior = z.strictObject({
  TargetOriginId: z.string(),
  AllowedMethods: methods.default(['GET', 'HEAD']),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(
      z.strictObject({
        EventType: z.literal('viewer-request', 'only functions of the viewer’s request run here'),
        FunctionARN: z.string(),
      }),
    )
    .default([]),
  // One machine answers at once: nothing is cached or compressed on the way, and TLS is not spoken.
  CachePolicyId: z.string().optional(),
  OriginRequestPolicyId: z.string().optional(),
  Compress: z.boolean().optional(),
  ViewerProtocolPolicy: z.string().optional(),
});
export type Behavior = z.output<typeof behavior>;

const origin = z.strictObject({
  Id: z.string(),
  DomainName: z.string(),
  OriginAccessControlId: z.string().optional(),
  S3OriginConfig: z.object({}).optional(),
  CustomOriginConfig: z.object({}).optional(),
  OriginCustomHeaders: z
    .array(z.strictObject({ HeaderName: z.string(), HeaderValue: z.string() }))
    .default([]),
});
export type OriginProperties = z.output<typeof origin>;

/** A distribution: the gateway's listener serves it under `/`. */
export const distribution = resourceType({
  type: 'AWS::CloudFront::Distribution',
  properties: {
    DistributionConfig: z.strictObject({
      DefaultCacheBehavior: behavior,
      CacheBehaviors: z.array(behavior.extend({ PathPattern: z.string() })).default([]),
      DefaultRootObject: z.string().optional(),
      Origins: z.array(origin),
      Enabled: z.literal(true, 'a distribution that is off would not answer'),
      Comment: z.string().optional(),
      HttpVersion: z.string().optional(),
      IPV6Enabled: z.boolean().optional(),
      Logging: z.object({}).optional(),
    }),
  },
  identify: ({ place, shortId }) => {
    const id = `E${shortId(13).toUpperCase()}`;
    return { ref: id, attributes: { Id: id, DomainName: new URL(place.origin).host } };
  },
});

const overriding = {
  Override: z.literal(true, 'only headers that override those of the origin are set here'),
};

/** Headers that a distribution sets. */
export const responseHeadersPolicy = resourceType({
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  properties: {
    ResponseHeadersPolicyConfig: z.strictObject({
      Name: z.string(),
      Comment: z.string().optional(),
      CustomHeadersConfig: z
        .strictObject({
          Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), ...overriding })),
        })
        .optional(),
      SecurityHeadersConfig: z
        .strictObject({
          ContentSecurityPolicy: z
            .strictObject({ ContentSecurityPolicy: z.string(), ...overriding })
            .optional(),
          ContentTypeOptions: z.strictObject(overriding).optional(),
          FrameOptions: z.strictObject({ FrameOption: z.string(), ...overriding }).optional(),
          ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), ...overriding }).optional(),
          StrictTransportSecurity: z
            .strictObject({
              AccessControlMaxAgeSec: numeric,
              IncludeSubdomains: z.boolean().optional(),
              ...overriding,
            })
            .optional(),
        })
        .optional(),
    }),
  },
  identify: ({ shortId }) => ({ ref: shortId(20), attributes: { Id: shortId(20) } }),
});

/** A function at the edge. */
export const edgeFunction = resourceType({
  type: 'AWS::CloudFront::Function',
  properties: {
    Name: z.string(),
    FunctionCode: z.string(),
    FunctionConfig: z.object({ Runtime: z.literal('cloudfront-js-2.0') }),
  },
  ignored: { AutoPublish: 'what the template says is what runs' },
  identify: ({ place, properties }) => {
    const arn = `arn:${place.partition}:cloudfront::${place.accountId}:function/${properties.Name}`;
    return { ref: arn, attributes: { FunctionARN: arn } };
  },
});

/** Files that the CDK copies from assets into a bucket; here they are read from the assembly, where they lie. */
export const bucketDeployment = resourceType({
  type: 'Custom::CDKBucketDeployment',
  properties: {
    DestinationBucketName: z.string(),
    SourceObjectKeys: z.array(z.string()),
    /** For each source, texts in its files and what the deployment puts in their place. */
    SourceMarkers: z.array(z.record(z.string(), z.string())).optional(),
    SourceMarkersConfig: z.array(z.object({ jsonEscape: z.boolean().optional() })).optional(),
  },
  ignored: {
    ServiceToken: 'the runtime does it itself',
    SourceBucketNames: 'assets are in the assembly beside the templates',
    WaitForDistributionInvalidation: 'nothing is cached',
    DistributionId: 'nothing is cached',
    Prune: 'what is in no asset is not there',
    OutputObjectKeys: 'nothing refers to them',
  },
  identify: ({ physicalName }) => ({ ref: physicalName, attributes: {} }),
});
