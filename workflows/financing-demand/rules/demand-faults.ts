import type { Fault } from '../../shared/fault.ts';
import { isUscc } from '../../shared/identifiers.ts';
import { type Shaped, shaped } from '../../shared/shape-faults.ts';
import { DemandSubmission } from '../contract.ts';
import { consentFaults } from './consent-faults.ts';
import { demandFault } from './demand-fault.ts';
import type { FinancingRules } from './financing-rules.ts';
import { readable, readableParts, withoutRepeats } from './readable.ts';
import { termsFaults } from './terms-faults.ts';

export interface DemandContext {
  /** Who is logged in. */
  readonly caller: { readonly uscc: string; readonly name: string };
  readonly todayOn: string;
  readonly now: Date;
  readonly rules: Pick<FinancingRules, 'catalogue' | 'directory'>;
}

/**
 * Judges a request body as it came. One answer lists every fault: those of the shape, and those of the rules for each part whose
 * shape is right.
 */
export function judgeDemand(body: unknown, context: DemandContext): Shaped<DemandSubmission> {
  const whole = shaped(DemandSubmission, body);
  const faults = [...(whole.ok ? [] : whole.faults), ...ruleFaults(body, context)];
  return whole.ok && faults.length === 0 ? whole : { ok: false, faults: withoutRepeats(faults) };
}

function ruleFaults(body: unknown, { caller, todayOn, now, rules }: DemandContext): Fault[] {
  const { shape } = DemandSubmission;
  const parts = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const applicant = readable(shape.applicant, parts.applicant);
  const terms = readableParts(shape.terms, parts.terms);
  const consent = readable(shape.consent, parts.consent);
  return [
    ...(applicant ? applicantFaults(applicant, caller) : []),
    ...termsFaults(terms, { catalogue: rules.catalogue, todayOn }, '/terms'),
    ...(consent ? consentFaults(consent, { rules, now, todayOn }, '/consent') : []),
  ];
}

function applicantFaults(
  { uscc, name }: DemandSubmission['applicant'],
  caller: DemandContext['caller'],
): Fault[] {
  return [
    ...(isUscc(uscc) ? [] : [demandFault('/applicant/uscc', 'uscc-wrong')]),
    ...(uscc === caller.uscc ? [] : [demandFault('/applicant/uscc', 'applicant-not-the-caller')]),
    ...(uscc === caller.uscc && name !== caller.name
      ? [demandFault('/applicant/name', 'applicant-name-differs')]
      : []),
  ];
}
