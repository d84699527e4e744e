import * as z from 'zod';
import versions from '../../../seeds/shared/supplement-templates.json' with { type: 'json' };
import { inEffectOn } from '../../../workflows/shared/in-effect-on.ts';
import {
  type SupplementTemplate,
  SupplementTemplates,
  templatesFor,
} from '../../../workflows/shared/supplement-template.ts';

let parsed: SupplementTemplates[] | undefined;

/** The texts for supplements that a department may pick from on a day. */
export function supplementTemplates(departmentId: string, on: string): SupplementTemplate[] {
  parsed ??= z.array(SupplementTemplates).min(1).parse(versions);
  return templatesFor(inEffectOn(parsed, on, 'the texts for supplements'), departmentId);
}
