import * as z from 'zod';
import { resourceType } from '../resource-type.ts';

/** A nested stack; its outputs are attributes `Outputs.<name>`. */
export const nestedStack = resourceType({
  type: 'AWS::CloudFormation::Stack',
  properties: {
    TemplateURL: z.string(),
    Parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  },
  ignored: {
    NotificationARNs: 'nothing is deployed, nobody is notified',
    TimeoutInMinutes: 'nothing is deployed',
  },
  identify: ({ place, physicalName }) => ({
    ref: `arn:${place.partition}:cloudformation:${place.region}:${place.accountId}:stack/${physicalName}`,
    attributes: {},
  }),
});
