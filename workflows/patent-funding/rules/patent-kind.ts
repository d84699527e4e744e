import type { PatentKind } from '../programme.ts';

/** The fifth digit of the number says it (ZC 0006-2003); 8 and 9 came by way of the PCT. */
const KIND_OF_DIGIT: Readonly<Record<string, PatentKind>> = {
  1: 'invention',
  2: 'utility-model',
  3: 'design',
  8: 'invention',
  9: 'utility-model',
};

/** The kind of a patent by its canonical number. @throws RangeError for what is no such number */
export function kindOf(number: string): PatentKind {
  const kind = KIND_OF_DIGIT[number.charAt(4)];
  if (kind === undefined) throw new RangeError(`${number} is no patent number`);
  return kind;
}
