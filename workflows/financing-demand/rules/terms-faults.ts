import type { Fault } from '../../shared/fault.ts';
import { daysAfter } from '../../shared/working-days.ts';
import type { DemandCatalogue } from '../catalogue.ts';
import type { DemandTerms } from '../contract.ts';
import { demandFault } from './demand-fault.ts';

interface TermsContext {
  readonly catalogue: DemandCatalogue;
  readonly todayOn: string;
}

/** Terms as far as they could be read: what is wrong with one must not hide what is wrong with the others. */
type SomeTerms = Partial<DemandTerms>;

/** Everything wrong with those terms that are well formed; `at` is their pointer in the request. */
export function termsFaults(terms: SomeTerms, { catalogue, todayOn }: TermsContext, at: string): Fault[] {
  return [
    ...amountFaults(terms, catalogue, at),
    ...unknownIds([terms.facility], catalogue.facilities, () => `${at}/facility`),
    ...unknownIds([terms.industry], catalogue.industries, () => `${at}/industry`),
    ...unknownIds(terms.securities ?? [], catalogue.securities, (index) => `${at}/securities/${index}`),
    ...((terms.termMonths ?? 0) > catalogue.maximumTermMonths
      ? [demandFault(`${at}/termMonths`, 'term-too-long', catalogue.maximumTermMonths)]
      : []),
    ...loanFaults(terms, catalogue, at),
    ...dateFaults(terms, catalogue, todayOn, at),
  ];
}

function amountFaults(
  { amountFromFen, amountToFen }: SomeTerms,
  { minimumAmountFen, maximumAmountFen }: DemandCatalogue,
  at: string,
): Fault[] {
  return [
    ...(isAfter(amountFromFen, amountToFen) ? [demandFault(`${at}/amountFromFen`, 'range-reversed')] : []),
    ...(isAfter(minimumAmountFen, amountFromFen)
      ? [demandFault(`${at}/amountFromFen`, 'amount-too-small', minimumAmountFen)]
      : []),
    ...(isAfter(amountToFen, maximumAmountFen)
      ? [demandFault(`${at}/amountToFen`, 'amount-too-large', maximumAmountFen)]
      : []),
  ];
}

/** False where either could not be read. */
export function isAfter<T extends number | string>(one: T | undefined, other: T | undefined): boolean {
  return one !== undefined && other !== undefined && one > other;
}

/** Ids that a list of the catalogue does not have, and those that stand twice. */
export function unknownIds(
  ids: readonly (string | undefined)[],
  entries: readonly { readonly id: string }[],
  pointerOf: (index: number) => string,
): Fault[] {
  const known = new Set(entries.map(({ id }) => id));
  return ids.flatMap((id, index) => {
    if (id === undefined) return [];
    if (!known.has(id)) return [demandFault(pointerOf(index), 'not-in-catalogue', id)];
    return ids.indexOf(id) < index ? [demandFault(pointerOf(index), 'duplicate')] : [];
  });
}

function loanFaults(
  { firstLoan, existingLoans = [] }: SomeTerms,
  { maximumExistingLoans }: DemandCatalogue,
  at: string,
): Fault[] {
  const place = `${at}/existingLoans`;
  return [
    ...(firstLoan && existingLoans.length > 0 ? [demandFault(place, 'first-loan-with-loans')] : []),
    ...(existingLoans.length > maximumExistingLoans
      ? [demandFault(place, 'too-many', maximumExistingLoans)]
      : []),
  ];
}

function dateFaults(
  { neededByOn, validUntilOn }: SomeTerms,
  { maximumValidityDays }: DemandCatalogue,
  todayOn: string,
  at: string,
): Fault[] {
  return [
    ...(isAfter(todayOn, neededByOn) ? [demandFault(`${at}/neededByOn`, 'date-past')] : []),
    ...(isAfter(todayOn, validUntilOn) ? [demandFault(`${at}/validUntilOn`, 'date-past')] : []),
    ...(isAfter(validUntilOn, daysAfter(todayOn, maximumValidityDays))
      ? [demandFault(`${at}/validUntilOn`, 'validity-too-long', maximumValidityDays)]
      : []),
    ...(isAfter(neededByOn, validUntilOn) ? [demandFault(`${at}/neededByOn`, 'needed-after-validity')] : []),
  ];
}
