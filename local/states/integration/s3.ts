import { argumentsOf, type Integration } from './integration.ts';
import { callService, textOf } from './service-result.ts';

const style = { errorPrefix: 'S3', generalException: 'S3Exception', serviceName: 'S3', kind: 'sdk' } as const;

/** `arn:aws:states:::aws-sdk:s3:getObject`; the object's text is the result's Body. */
export const s3GetObject: Integration = {
  resourceType: 'aws-sdk:s3',
  resource: 'getObject',
  patterns: ['request'],
  required: ['Bucket', 'Key'],
  call: (request) =>
    callService(
      request,
      { service: 's3', action: 's3:GetObject', target: 'GetObject', input: argumentsOf(request) },
      style,
    ),
};

/** `arn:aws:states:::aws-sdk:s3:putObject`; a Body that is no text is written as JSON. */
export const s3PutObject: Integration = {
  resourceType: 'aws-sdk:s3',
  resource: 'putObject',
  patterns: ['request'],
  required: ['Bucket', 'Key'],
  call(request) {
    const { Body, ...rest } = argumentsOf(request);
    const input = Body === undefined ? rest : { ...rest, Body: textOf(Body) };
    return callService(request, { service: 's3', action: 's3:PutObject', target: 'PutObject', input }, style);
  },
};
