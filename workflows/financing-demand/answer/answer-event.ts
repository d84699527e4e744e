import * as z from 'zod';
import { cloudEvent, EVENT_TYPE } from '../delivery/cloud-event.ts';
import { GivenAnswer } from './contract.ts';

/** An institution's answer as a message of its own. Its `id` is the webhook-id. */
export const AnswerEvent = cloudEvent(
  EVENT_TYPE.answer,
  z.strictObject({ demandId: z.string().min(1).max(64), answer: GivenAnswer }),
);
export type AnswerEvent = z.infer<typeof AnswerEvent>;
