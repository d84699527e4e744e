import type { Fault } from '../../shared/fault.ts';
import { daysAfter } from '../../shared/working-days.ts';
import type { DemandCatalogue } from '../catalogue.ts';
import type { DemandTerms } from '../contract.ts';
import { demandFault } from './demand-fault.ts';

interface TermsContext {
  readonly catalogue: DemandCatalogue;
  readonly todayOn: string;
}

/** Everything wrong with well-formed terms; `at` is their pointer in the request. */
export function termsFaults(terms: DemandTerms, { catalogue, todayOn }: TermsContext, at: string): Fault[] {
  return [
    ...amountFaults(terms, catalogue, at),
    ...unknownIds([terms.facility], catalogue.facilities, () => `${at}/facility`),
    ...unknownIds([terms.industry], catalogue.industries, () => `${at}/industry`),
    ...unknownIds(terms.securities, catalogue.securities, (index) => `${at}/securities/${index}`),
    ...(terms.termMonths > catalogue.maximumTermMonths
      ? [demandFault(`${at}/termMonths`, 'term-too-long', catalogue.maximumTermMonths)]
      : []),
    ...loanFaults(terms, catalogue, at),
    ...dateFaults(terms, catalogue, todayOn, at),
  ];
}

function amountFaults(
  { amountFromFen, amountToFen }: DemandTerms,
  { minimumAmountFen, maximumAmountFen }: DemandCatalogue,
  at: string,
): Fault[] {
  return [
    ...(amountFromFen > amountToFen ? [demandFault(`${at}/amountFromFen`, 'range-reversed')] : []),
    ...(amountFromFen < minimumAmountFen
      ? [demandFault(`${at}/amountFromFen`, 'amount-too-small', minimumAmountFen)]
      : []),
    ...(amountToFen > maximumAmountFen
      ? [demandFault(`${at}/amountToFen`, 'amount-too-large', maximumAmountFen)]
      : []),
  ];
}

/** Ids that a list of the catalogue does not have, and those that stand twice. */
export function unknownIds(
  ids: readonly string[],
  entries: readonly { readonly id: string }[],
  pointerOf: (index: number) => string,
): Fault[] {
  const known = new Set(entries.map(({ id }) => id));
  return ids.flatMap((id, index) => {
    if (!known.has(id)) return [demandFault(pointerOf(index), 'not-in-catalogue', id)];
    return ids.indexOf(id) < index ? [demandFault(pointerOf(index), 'duplicate')] : [];
  });
}

function loanFaults(
  { firstLoan, existingLoans }: DemandTerms,
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
  { neededByOn, validUntilOn }: DemandTerms,
  { maximumValidityDays }: DemandCatalogue,
  todayOn: string,
  at: string,
): Fault[] {
  return [
    ...(neededByOn < todayOn ? [demandFault(`${at}/neededByOn`, 'date-past')] : []),
    ...(validUntilOn < todayOn ? [demandFault(`${at}/validUntilOn`, 'date-past')] : []),
    ...(validUntilOn > daysAfter(todayOn, maximumValidityDays)
      ? [demandFault(`${at}/validUntilOn`, 'validity-too-long', maximumValidityDays)]
      : []),
    ...(neededByOn > validUntilOn ? [demandFault(`${at}/neededByOn`, 'needed-after-validity')] : []),
  ];
}
