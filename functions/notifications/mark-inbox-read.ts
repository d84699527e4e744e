import type { Fault } from '../../workflows/shared/fault.ts';
import { unreadOf, withRead } from '../../workflows/shared/notifications/inbox.ts';
import { MarkInboxRead } from '../../workflows/shared/notifications/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { ownBox } from './inbox/own-box.ts';
import { type ServicesWithMessages, servicesWithMessages } from './store/notification-services.ts';

type Contract = typeof MarkInboxRead;

/** So that what one person has read stays one small item. */
const MOST_SINGLE_MARKS = 1000;

/**
 * Notes what the caller has read; others of the organisation keep their own marks. Sent again it changes nothing.
 * @throws RefusedError 422 where a number is of no message
 */
export async function markInboxRead(
  { actor, body: { box, upToSequence, sequences } }: RouteInput<Contract>,
  { inbox }: Pick<ServicesWithMessages, 'inbox'>,
): Promise<RouteReply<Contract>> {
  const own = ownBox(actor, box);
  const received = await inbox.received(own);
  const faults = [
    ...(upToSequence > received ? [noSuchMessage('/upToSequence')] : []),
    ...sequences.flatMap((one, index) => (one > received ? [noSuchMessage(`/sequences/${index}`)] : [])),
  ];
  if (faults.length > 0) throw refusedForFaults(faults);
  return untilFresh(async () => {
    const reader = await inbox.reader(own, actor.personId);
    const marks = withRead(reader, upToSequence, sequences);
    if (marks.readAlso.length > MOST_SINGLE_MARKS) throw tooManyMarks();
    await inbox.mark(own, actor.personId, reader, marks);
    return { body: { received, unread: unreadOf(received, marks) } };
  });
}

function noSuchMessage(pointer: string): Fault {
  return {
    pointer,
    code: 'no-such-message',
    zh: '收件箱中没有这条通知',
    en: 'The inbox has no such message',
  };
}

function tooManyMarks(): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'too-many-single-marks',
    zh: '逐条标记过多，请先将较早的通知整体标记为已读',
    en: 'Too many single marks: mark the older messages as read by upToSequence first',
  });
}

export const handler = route(MarkInboxRead, markInboxRead, servicesWithMessages);
