import { EVENT_TYPE } from '../../../workflows/financing-demand/delivery/cloud-event.ts';
import type { DeliverableList } from './deliverable-lists.ts';

interface ListKey {
  readonly institutionId: string;
  readonly number: number;
}

/** The same over every attempt and every replay, so that a receiver takes a list once. */
export function messageIdOf(institutionId: string, number: number): string {
  return `list-${institutionId}-${number}`;
}

/** A list as a CloudEvents message. */
export function listEvent(
  { institutionId, number }: ListKey,
  { createdAt, data }: DeliverableList,
  source: string,
) {
  return {
    specversion: '1.0',
    id: messageIdOf(institutionId, number),
    source,
    type: EVENT_TYPE.list,
    subject: `institutions/${institutionId}/lists/${number}`,
    time: createdAt,
    datacontenttype: 'application/json',
    data,
  } as const;
}
