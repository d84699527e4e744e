import * as z from 'zod';
import type { Fault } from '../../shared/fault.ts';
import { canonicalPatentNumber, hasPatentNumberShape, isPatentNumber } from '../../shared/identifiers.ts';
import { type Shaped, shaped } from '../../shared/shape-faults.ts';
import { ClaimedPatent } from '../contract.ts';
import { applicationFault } from './application-fault.ts';
import type { ApplicationContext } from './application-faults.ts';

const Listed = z.array(z.unknown()).min(1).max(500);
const Numbered = z.looseObject({ number: z.string().min(1) });

type Context = Pick<ApplicationContext, 'todayOn' | 'maximumPatents'>;

/** The patents of an application, or everything that is wrong with any of them; pointers are `/patents/<index>/...`. */
export function judgePatents(listed: unknown, { todayOn, maximumPatents }: Context): Shaped<ClaimedPatent[]> {
  const list = shaped(Listed, listed, '/patents');
  if (!list.ok) return list;
  const numbers = list.value.map(canonicalNumberOf);
  const first = firstPlaces(numbers);
  const judged = list.value.map((candidate, index) => {
    const shape = shaped(ClaimedPatent, candidate, `/patents/${index}`);
    const number = numbers[index];
    const faults = [
      ...(shape.ok ? factFaults(shape.value, `/patents/${index}`, todayOn) : shape.faults),
      ...(number === undefined ? [] : numberFaults(number, `/patents/${index}/number`)),
      ...(number !== undefined && first.get(number) !== index
        ? [applicationFault(`/patents/${index}/number`, 'patent-twice', number)]
        : []),
    ];
    return { value: shape.ok ? shape.value : undefined, faults };
  });
  const tooMany =
    maximumPatents !== undefined && list.value.length > maximumPatents
      ? [applicationFault('/patents', 'patents-too-many', `≤ ${maximumPatents}`)]
      : [];
  const faults = [...tooMany, ...judged.flatMap((one) => one.faults)];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: judged.flatMap(({ value }) => value ?? []) };
}

function canonicalNumberOf(candidate: unknown): string | undefined {
  const { data } = Numbered.safeParse(candidate);
  return data && canonicalPatentNumber(data.number);
}

function firstPlaces(numbers: readonly (string | undefined)[]): Map<string, number> {
  const first = new Map<string, number>();
  numbers.forEach((number, index) => {
    if (number !== undefined && !first.has(number)) first.set(number, index);
  });
  return first;
}

function numberFaults(number: string, pointer: string): Fault[] {
  if (isPatentNumber(number)) return [];
  const code = hasPatentNumberShape(number) ? 'patent-number-check-digit' : 'patent-number-malformed';
  return [applicationFault(pointer, code)];
}

/** What is wrong with a patent by itself, whatever the registry says. */
function factFaults(patent: ClaimedPatent, at: string, todayOn: string): Fault[] {
  const { grantedOn, feesFen, receivedElsewhereFen } = patent;
  const number = canonicalPatentNumber(patent.number);
  const early = isPatentNumber(number) && grantedOn.slice(0, 4) < number.slice(0, 4);
  return [
    ...(grantedOn > todayOn ? [applicationFault(`${at}/grantedOn`, 'granted-in-the-future')] : []),
    ...(early ? [applicationFault(`${at}/grantedOn`, 'granted-before-filing')] : []),
    ...(receivedElsewhereFen > feesFen
      ? [applicationFault(`${at}/receivedElsewhereFen`, 'received-more-than-paid')]
      : []),
  ];
}
