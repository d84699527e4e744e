import { loadTemplates } from '../template/write-assembly.ts';

/** A template with one bucket and one queue. */
export function storeAssembly() {
  return loadTemplates({
    Data: {
      Resources: {
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'bucket' } },
        Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'queue' } },
      },
    },
  });
}
