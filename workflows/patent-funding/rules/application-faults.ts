import * as z from 'zod';
import { applicantFaults, type Caller } from '../../shared/applicant-faults.ts';
import type { Fault } from '../../shared/fault.ts';
import { isSameName } from '../../shared/same-name.ts';
import { type Shaped, shaped } from '../../shared/shape-faults.ts';
import { Applicant, ApplicationForm, BankAccount, type FundingApplication } from '../contract.ts';
import { applicationFault } from './application-fault.ts';
import { judgePatents } from './patent-faults.ts';

export interface ApplicationContext {
  readonly caller: Caller;
  /** Local date of the submission. */
  readonly todayOn: string;
  /** Of the programme; undefined where there is none of that id. */
  readonly maximumPatents: number | undefined;
}

const Parts = z
  .looseObject({ applicant: z.unknown(), account: z.unknown(), patents: z.unknown() })
  .catch({ applicant: undefined, account: undefined, patents: undefined });

/**
 * Judges an application as it came. One answer lists every fault: those of the shape, and those of the rules for each part whose shape is
 * right, of all patents together.
 */
export function judgeApplication(body: unknown, context: ApplicationContext): Shaped<FundingApplication> {
  const { patents: listed, ...rest } = Parts.parse(body);
  const form = shaped(ApplicationForm, rest);
  const patents = judgePatents(listed, context);
  const faults = [
    ...(form.ok ? [] : form.faults),
    ...partyFaults(rest, context.caller),
    ...(context.maximumPatents === undefined ? [applicationFault('/programmeId', 'programme-unknown')] : []),
    ...(patents.ok ? [] : patents.faults),
  ];
  if (form.ok && patents.ok && faults.length === 0) {
    return { ok: true, value: { ...form.value, patents: patents.value } };
  }
  return { ok: false, faults };
}

/** The applicant is who is logged in, and the account is its own. */
function partyFaults(parts: { applicant: unknown; account: unknown }, caller: Caller): Fault[] {
  const applicant = Applicant.safeParse(parts.applicant).data;
  const account = BankAccount.safeParse(parts.account).data;
  const foreign =
    applicant !== undefined && account !== undefined && !isSameName(applicant.name, account.holder);
  return [
    ...(applicant === undefined ? [] : applicantFaults(applicant, caller)),
    ...(foreign ? [applicationFault('/account/holder', 'account-not-the-applicants')] : []),
  ];
}
