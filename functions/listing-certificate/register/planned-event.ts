import type { PlannedQuestion } from '../../../workflows/listing-certificate/contract.ts';
import type { ListingEvent } from '../../../workflows/listing-certificate/events.ts';
import type { RecordAnswer } from '../../../workflows/listing-certificate/record-answer.ts';

type PlannedKind = 'review-planned' | 'answered-by-record' | 'partly-answered-by-record';
type PlannedEvent = { [K in PlannedKind]: { kind: K; details: ListingEvent<K> } }[PlannedKind];

/** What the timeline tells of a plan: whom it asks, and which version of which register answered what. */
export function plannedEvent(
  asked: readonly PlannedQuestion[],
  answered: readonly RecordAnswer[],
): PlannedEvent {
  const questions = asked.map(({ taskId, dueAt, dueProvisional }) => ({ taskId, dueAt, dueProvisional }));
  const byRecord = answered.map(({ answeredAt: _, ...answer }) => answer);
  if (answered.length === 0) return { kind: 'review-planned', details: { questions } };
  return asked.length === 0
    ? { kind: 'answered-by-record', details: { byRecord } }
    : { kind: 'partly-answered-by-record', details: { questions, byRecord } };
}
