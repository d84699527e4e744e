import * as z from 'zod';
import versions from '../../../seeds/attachments/limits.json' with { type: 'json' };
import { AttachmentLimits } from '../../../workflows/shared/attachments/limits.ts';
import { inEffectOn } from '../../../workflows/shared/in-effect-on.ts';

let parsed: AttachmentLimits[] | undefined;

/** The limits that hold on a local date. Throws where the file of seeds/ does not fit its contract. */
export function attachmentLimitsOn(date: string): AttachmentLimits {
  parsed ??= z.array(AttachmentLimits).min(1).parse(versions);
  return inEffectOn(parsed, date, 'the limits of attachments');
}
