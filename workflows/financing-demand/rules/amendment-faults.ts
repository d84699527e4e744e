import { type Shaped, shaped } from '../../shared/shape-faults.ts';
import type { DemandCatalogue } from '../catalogue.ts';
import { DemandAmendment } from '../change/amendment.ts';
import { readableParts, withoutRepeats } from './readable.ts';
import { termsFaults } from './terms-faults.ts';

/** Judges what is to take the place of a demand's terms: every fault of shape and of rules in one answer. */
export function judgeAmendment(
  body: unknown,
  context: { readonly catalogue: DemandCatalogue; readonly todayOn: string },
): Shaped<DemandAmendment> {
  const whole = shaped(DemandAmendment, body);
  const terms = readableParts(DemandAmendment.shape.terms, (body as { terms?: unknown } | null)?.terms);
  const faults = [...(whole.ok ? [] : whole.faults), ...(terms ? termsFaults(terms, context, '/terms') : [])];
  return whole.ok && faults.length === 0 ? whole : { ok: false, faults: withoutRepeats(faults) };
}
