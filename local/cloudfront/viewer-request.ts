import { createContext, runInContext } from 'node:vm';
import * as z from 'zod';
import type { Assembly } from '../template/assembly.ts';
import { type Behavior, edgeFunction } from '../template/resources/cloudfront.ts';

const Request = z.object({ uri: z.string() });

/**
 * What the behaviour's functions make of the path; they run as they are, without anything of Node.js around them. One that answers
 * instead of passing the request on is refused.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function viewerRequest(
  assembly: Assembly,
  { FunctionAssociations }: Behavior,
): (uri: string) => string {
  const steps = FunctionAssociations.map(({ FunctionARN }) => {
    const found = assembly.of(edgeFunction).find(({ ref }) => ref === FunctionARN);
    if (!found) throw new Error(`there is no function ${FunctionARN}`);
    const code = `${found.properties.FunctionCode}; (event) => JSON.stringify(handler(JSON.parse(event)))`;
    const handle: (event: string) => unknown = runInContext(code, createContext({}));
    return (uri: string): string => {
      const result = handle(JSON.stringify({ version: '1.0', request: { method: 'GET', uri } }));
      const request = Request.safeParse(JSON.parse(String(result)));
      if (!request.success) throw new Error(`${FunctionARN} does not pass the request on`);
      return request.data.uri;
    };
  });
  return (uri) => steps.reduce((path, step) => step(path), uri);
}
