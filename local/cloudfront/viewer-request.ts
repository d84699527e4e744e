import { createContext, runInContext } from 'node:vm';
import * as z from 'zod';
import type { Assembly } from '../template/assembly.ts';
import { type Behavior, edgeFunction } from '../template/resources/cloudfront.ts';

const Request = z.object({
  uri: z.string(),
  headers: z.record(z.string(), z.object({ value: z.string() })),
});

/** What the edge knows of a request, and what functions may change of it; names of headers in lower case. */
export interface ViewerRequest {
  readonly uri: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Viewer {
  readonly method: string;
  readonly ip: string;
}

type ViewerRequestFunctions = (request: ViewerRequest, viewer: Viewer) => ViewerRequest;

/**
 * What the behaviour's functions make of a request; they run as they are, without anything of Node.js around them. One that answers
 * instead of passing the request on is refused.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function viewerRequest(
  assembly: Assembly,
  { FunctionAssociations }: Behavior,
): ViewerRequestFunctions {
  const steps = FunctionAssociations.map(({ FunctionARN }): ViewerRequestFunctions => {
    const found = assembly.of(edgeFunction).find(({ ref }) => ref === FunctionARN);
    if (!found) throw new Error(`there is no function ${FunctionARN}`);
    const code = `${found.properties.FunctionCode}; (event) => JSON.stringify(handler(JSON.parse(event)))`;
    const handle: (event: string) => unknown = runInContext(code, createContext({}));
    return ({ uri, headers }, { method, ip }) => {
      const request = { method, uri, headers: mapped(headers, (value) => ({ value })) };
      const event = { version: '1.0', context: { eventType: 'viewer-request' }, viewer: { ip }, request };
      const result = Request.safeParse(JSON.parse(String(handle(JSON.stringify(event)))));
      if (!result.success) throw new Error(`${FunctionARN} does not pass the request on`);
      return { uri: result.data.uri, headers: mapped(result.data.headers, ({ value }) => value) };
    };
  });
  return (request, viewer) => steps.reduce((changed, step) => step(changed, viewer), request);
}

function mapped<From, To>(
  from: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(from).map(([name, value]) => [name, to(value)]));
}
