import * as z from 'zod';
import type { Programme } from '../../../workflows/patent-funding/programme.ts';
import type { Sender } from '../../../workflows/shared/attachments/attachment.ts';
import { findAttachments } from '../../shared/attachments/use-attachments.ts';
import type { SubmissionServices } from '../store/submission-services.ts';

/** Reads the body as it came, so that what is wrong with one thing it names stands beside all other faults. */

const NamesProgramme = z.looseObject({ programmeId: z.string() });
const NamesFiles = z
  .looseObject({ attachmentIds: z.array(z.string()).max(50).catch([]).default([]) })
  .catch({ attachmentIds: [] });

/** The programme that an application names, in the version of the day. */
export async function namedProgramme(
  body: unknown,
  todayOn: string,
  { programmes }: Pick<SubmissionServices, 'programmes'>,
): Promise<Programme | undefined> {
  const { data } = NamesProgramme.safeParse(body);
  return data && (await programmes.inEffect(data.programmeId, todayOn));
}

/** The uploaded files that it names, or what is wrong with them. */
export async function namedAttachments(
  body: unknown,
  sender: Sender,
  services: Pick<SubmissionServices, 'attachments' | 'now'>,
) {
  return findAttachments(NamesFiles.parse(body).attachmentIds, sender, '/attachmentIds', services);
}
