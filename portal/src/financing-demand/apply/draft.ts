import * as z from 'zod';
import type { DemandAmendment } from '../../../../workflows/financing-demand/change/amendment.ts';
import type {
  DemandDetail,
  DemandSubmission,
  DemandTerms,
} from '../../../../workflows/financing-demand/contract.ts';
import type { Actor } from '../../../../workflows/shared/actor.ts';
import { basisPointsOf, fenOfWan, percent, wan } from '../../parts/money.ts';
import { consentOf, DraftConsent, newConsent } from '../consent/draft.ts';

const Loan = z.object({ lender: z.string(), balance: z.string(), dueOn: z.string() });
export type DraftLoan = z.infer<typeof Loan>;

/** What is wanted, as it is being written: amounts in ten thousand yuan, rates in percent. */
const DraftTerms = z.object({
  amountFrom: z.string(),
  amountTo: z.string(),
  facility: z.string(),
  purpose: z.string(),
  termMonths: z.string(),
  highestRate: z.string(),
  securities: z.array(z.string()),
  industry: z.string(),
  neededByOn: z.string(),
  firstLoan: z.boolean(),
  loans: z.array(Loan),
  validUntilOn: z.string(),
  urgent: z.boolean(),
  partsAllowed: z.boolean(),
});
export type DraftTerms = z.infer<typeof DraftTerms>;

const Draft = z.object({
  terms: DraftTerms,
  tax: z.object({ year: z.string(), sales: z.string(), paid: z.string(), grade: z.string() }),
  insuredPersons: z.string(),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  disclosure: z.enum(['named', 'anonymous-first']),
  consent: DraftConsent,
});
export type Draft = z.infer<typeof Draft>;

export function isDraft(kept: unknown): kept is Draft {
  return Draft.safeParse(kept).success;
}

export function newDraft(todayOn: string): Draft {
  return {
    terms: {
      amountFrom: '',
      amountTo: '',
      facility: 'working-capital',
      purpose: '',
      termMonths: '12',
      highestRate: '',
      securities: [],
      industry: '',
      neededByOn: '',
      firstLoan: false,
      loans: [],
      validUntilOn: '',
      urgent: false,
      partsAllowed: false,
    },
    tax: { year: '', sales: '', paid: '', grade: '' },
    insuredPersons: '',
    contact: { name: '', phone: '', email: '' },
    disclosure: 'named',
    consent: newConsent(todayOn),
  };
}

/** What is sent. The rules judge it, so that it is not typed as right. */
export function submissionOf(
  draft: Draft,
  { organisationId, organisationName }: Actor,
): Record<keyof DemandSubmission, unknown> {
  return {
    applicant: { uscc: organisationId, name: organisationName },
    ...amendmentOf(draft),
    disclosure: draft.disclosure,
    consent: consentOf(draft.consent),
  };
}

/** The parts of it that may change while it stands. */
export function amendmentOf(draft: Draft): Record<keyof DemandAmendment, unknown> {
  const { email, ...reachable } = draft.contact;
  return {
    contact: email.trim() === '' ? reachable : draft.contact,
    terms: termsOf(draft.terms),
    declared: declaredOf(draft),
  };
}

/** A demand that stands, to be changed. */
export function draftOf({ terms, declared, contact, disclosure }: DemandDetail, todayOn: string): Draft {
  const { tax, 'social-security': insured } = declared;
  return {
    terms: {
      ...terms,
      amountFrom: amount(terms.amountFromFen),
      amountTo: amount(terms.amountToFen),
      termMonths: String(terms.termMonths),
      highestRate: percent(terms.highestRateBasisPoints).replace('%', ''),
      loans: terms.existingLoans.map(({ lender, balanceFen, dueOn }) => ({
        lender,
        balance: amount(balanceFen),
        dueOn,
      })),
    },
    tax: {
      year: tax ? String(tax.year) : '',
      sales: tax ? amount(tax.salesFen) : '',
      paid: tax ? amount(tax.taxPaidFen) : '',
      grade: tax?.creditGrade ?? '',
    },
    insuredPersons: insured ? String(insured.insuredPersons) : '',
    contact: { ...contact, email: contact.email ?? '' },
    disclosure,
    consent: newConsent(todayOn),
  };
}

const amount = (fen: number) => wan(fen).replaceAll(',', '');

/** What cannot be read as a number stays the text it is, for the rules to say so. */
function termsOf({ amountFrom, amountTo, highestRate, termMonths, loans, ...same }: DraftTerms) {
  const { industry, neededByOn, validUntilOn } = same;
  return {
    ...same,
    amountFromFen: read(amountFrom, fenOfWan),
    amountToFen: read(amountTo, fenOfWan),
    termMonths: read(termMonths, whole),
    highestRateBasisPoints: read(highestRate, basisPointsOf),
    industry: industry || undefined,
    neededByOn: neededByOn || undefined,
    validUntilOn: validUntilOn || undefined,
    existingLoans: loans.map(({ lender, balance, dueOn }) => ({
      lender,
      balanceFen: read(balance, fenOfWan),
      dueOn: dueOn || undefined,
    })),
  } satisfies Record<keyof DemandTerms, unknown>;
}

function declaredOf({ tax: { year, sales, paid, grade }, insuredPersons }: Draft) {
  const isTaxTold = [year, sales, paid, grade].some((text) => text !== '');
  return {
    ...(isTaxTold && {
      tax: {
        year: read(year, whole),
        salesFen: read(sales, fenOfWan),
        taxPaidFen: read(paid, fenOfWan),
        ...(grade !== '' && { creditGrade: grade }),
      },
    }),
    ...(insuredPersons !== '' && { 'social-security': { insuredPersons: read(insuredPersons, whole) } }),
  };
}

function read(text: string, as: (text: string) => number | undefined): unknown {
  return text.trim() === '' ? undefined : (as(text.trim()) ?? text);
}

const whole = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
