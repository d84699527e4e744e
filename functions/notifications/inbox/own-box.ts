import type { Actor } from '../../../workflows/shared/actor.ts';
import type { InboxBox } from '../../../workflows/shared/notifications/inbox.ts';
import type { InboxOwner } from '../../shared/store/message-key.ts';

/** The caller's own inbox: whose it is comes from the token alone. */
export function ownBox({ organisationKind, organisationId, personId }: Actor, box: InboxBox): InboxOwner {
  return { organisationKind, organisationId, ...(box === 'person' ? { personId } : {}) };
}
