import * as z from 'zod';
import type { Clock, VirtualClock } from '../clock.ts';
import type { RequestHandler } from './front.ts';
import { messageResponse } from './function-response.ts';
import { durationMs } from './iso-duration.ts';
import { readBody } from './read-body.ts';

const Advance = z.strictObject({ advance: z.string(), schedules: z.boolean().default(true) });
const BODY_LIMIT_BYTES = 1024;

/** Does the work while schedules rest. */
type WithoutSchedules = (work: () => Promise<void>) => Promise<void>;

/**
 * `/local/clock` for engineers: GET tells the time, POST `{"advance": "P3D"}` moves a virtual clock and answers when all that
 * fell due in between has been done. A schedule of every minute is due 43,200 times a month: with `"schedules": false` each fires
 * once, at the end. A real clock refuses with 409.
 */
export function clockPage(clock: Clock | VirtualClock, withoutSchedules: WithoutSchedules): RequestHandler {
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
    const asked = body && parseAdvance(body.toString());
    if (asked === undefined)
      return refuse(400, 'Send {"advance": "P3D"}: an ISO 8601 duration of weeks to seconds');
    if (asked.schedules) await clock.advance(asked.ms);
    else {
      await withoutSchedules(() => clock.advance(asked.ms));
      await clock.advance(0);
    }
    reply(200, describe(clock));
  };
}

function describe(clock: Clock) {
  return { now: new Date(clock.now()).toISOString(), virtual: 'advance' in clock };
}

function parseAdvance(text: string): { ms: number; schedules: boolean } | undefined {
  try {
    const { advance, schedules } = Advance.parse(JSON.parse(text));
    const ms = durationMs(advance);
    return ms === undefined ? undefined : { ms, schedules };
  } catch {
    return undefined;
  }
}
