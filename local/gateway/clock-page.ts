import * as z from 'zod';
import type { Clock, VirtualClock } from '../clock.ts';
import type { RequestHandler } from './front.ts';
import { messageResponse } from './function-response.ts';
import { durationMs } from './iso-duration.ts';
import { readBody } from './read-body.ts';

const Advance = z.strictObject({ advance: z.string() });
const BODY_LIMIT_BYTES = 1024;

/**
 * `/local/clock` for engineers: GET tells the time, POST `{"advance": "P3D"}` moves a virtual clock and answers when all that
 * fell due in between has been done. A real clock refuses with 409.
 */
export function clockPage(clock: Clock | VirtualClock): RequestHandler {
  return async (request, response) => {
    const reply = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const refuse = (status: number, message: string) => {
      const refusal = messageResponse(status, message);
      response.writeHead(refusal.status, refusal.headers).end(refusal.body);
    };
    if (request.method === 'GET') return void reply(200, describe(clock));
    if (request.method !== 'POST') return refuse(405, 'GET tells the time, POST advances a virtual clock');
    if (!('advance' in clock))
      return refuse(409, 'This runtime follows the real clock; start it with a virtual one');
    const body = await readBody(request, BODY_LIMIT_BYTES);
    const advanceMs = body && parseAdvance(body.toString());
    if (advanceMs === undefined)
      return refuse(400, 'Send {"advance": "P3D"}: an ISO 8601 duration of weeks to seconds');
    await clock.advance(advanceMs);
    reply(200, describe(clock));
  };
}

function describe(clock: Clock) {
  return { now: new Date(clock.now()).toISOString(), virtual: 'advance' in clock };
}

function parseAdvance(text: string): number | undefined {
  try {
    const parsed = Advance.safeParse(JSON.parse(text));
    return parsed.success ? durationMs(parsed.data.advance) : undefined;
  } catch {
    return undefined;
  }
}
