import { Webhook } from 'standardwebhooks';
import type { GivenAnswer } from '../../workflows/financing-demand/answer/contract.ts';
import { CLOUD_EVENT_MEDIA_TYPE, EVENT_TYPE } from '../../workflows/financing-demand/delivery/cloud-event.ts';

interface Answered {
  readonly id: string;
  readonly at: Date;
  readonly demandId: string;
  readonly answer: GivenAnswer;
}

export interface SignedRequest {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** An answer to a demand as a message that an institution signs with the key of its endpoint. */
export function answerMessage({ id, at, demandId, answer }: Answered, key: string): SignedRequest {
  const body = JSON.stringify({
    specversion: '1.0',
    id,
    source: 'https://bank.example/liangjiang',
    type: EVENT_TYPE.answer,
    subject: `demands/${demandId}`,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    data: { demandId, answer },
  });
  return signedRequest(id, at, body, key);
}

export function signedRequest(id: string, at: Date, body: string, key: string): SignedRequest {
  return {
    headers: {
      'content-type': CLOUD_EVENT_MEDIA_TYPE,
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(key).sign(id, at, body),
    },
    body,
  };
}
