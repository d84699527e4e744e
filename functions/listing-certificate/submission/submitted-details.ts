import type { ListingDetail } from '../../../workflows/listing-certificate/contract.ts';
import type { ListingEvent } from '../../../workflows/listing-certificate/events.ts';

/** What the audit keeps of an application, whether it was written or renewed: whom, about what, and under which rules. */
export function submittedDetails(detail: ListingDetail): ListingEvent<'case-submitted'> {
  return {
    entities: detail.entities.map((entity) => entity.uscc),
    fields: detail.fields,
    attachments: detail.attachments.map((attachment) => attachment.sha256),
    madeUnder: detail.madeUnder,
  };
}
