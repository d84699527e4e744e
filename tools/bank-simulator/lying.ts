import type { GivenAnswer } from '../../workflows/financing-demand/answer/contract.ts';
import { answerMessage, type SignedRequest, signedRequest } from './answer-message.ts';

/** Where signed messages go to, and the institution's key. */
export interface Sender {
  readonly origin: string;
  readonly key: () => string;
}

const WRONG_KEY = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

/**
 * Says something by a signed message, and then what a liar would try with it: the same again, the same by another key, other words under the
 * same signature, other words under the same id, the same an hour later. Lines for people.
 */
export async function sayAndLie(
  institutionId: string,
  demandId: string,
  answer: GivenAnswer,
  at: Date,
  { origin, key }: Sender,
): Promise<string[]> {
  const id = `${demandId}-${answer.kind}`;
  const good = answerMessage({ id, at, demandId, answer }, key());
  const changed = good.body.replace('"1.0"', '"1.0" ');
  const attempts: Readonly<Record<string, SignedRequest>> = {
    'by a signed message': good,
    again: good,
    'by another key': signedRequest(`${id}-forged`, at, good.body, WRONG_KEY),
    'changed after signing': { headers: good.headers, body: changed },
    'changed, under the same id': signedRequest(id, at, changed, key()),
    'an hour old': signedRequest(id, new Date(at.getTime() - 3_600_000), good.body, key()),
  };
  const lines: string[] = [];
  for (const [how, { headers, body }] of Object.entries(attempts)) {
    const reply = await fetch(`${origin}/v1/institutions/${institutionId}/answer-messages`, {
      method: 'POST',
      headers,
      body,
    });
    const { code = 'kept' } = (await reply.json()) as { code?: string };
    lines.push(`answered ${answer.kind} ${how}: ${reply.status} ${code}`);
  }
  return lines;
}
