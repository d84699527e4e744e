/** Digits and letters of GB 32100-2015 without I, O, S, V, Z, in the order of their values. */
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
export const USCC_SHAPE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/**
 * Whether a unified social credit code (统一社会信用代码) has the right form and check character: GB 32100-2015, weights 3^(i-1)
 * mod 31, check = (31 - sum mod 31) mod 31. Expects the canonical form: 18 characters, upper case, no spaces.
 */
export function isUscc(text: string): boolean {
  return USCC_SHAPE.test(text) && text.at(-1) === usccCheckCharacter(text.slice(0, 17));
}

/** The 18th character for the first 17. Letters outside the alphabet are a caller's mistake. */
export function usccCheckCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    const value = USCC_ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError('not in the alphabet of GB 32100-2015');
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Digits 3 to 8: the registration authority's administrative division (GB/T 2260). */
export function registrationCodeOf(uscc: string): string {
  return uscc.slice(2, 8);
}

const PATENT_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** Year, kind (1 invention, 2 utility model, 3 design, 8 and 9 PCT), serial, check digit. */
const PATENT_SHAPE = /^(19|20)[0-9]{2}[12389][0-9]{7}[0-9X]$/;

/** One form for all ways to write a Chinese patent (application) number: no `ZL`, no dot, no spaces, upper X. */
export function canonicalPatentNumber(text: string): string {
  return text
    .replaceAll(/[\s.．]/g, '')
    .toUpperCase()
    .replace(/^(ZL|CN)/, '');
}

/** Whether a canonical number looks like one, whatever its check digit. */
export function hasPatentNumberShape(canonical: string): boolean {
  return PATENT_SHAPE.test(canonical);
}

/**
 * Whether a canonical application number (since 2003-10, ZC 0006-2003) has the right form and check digit:
 * sum of digit times 2..9, 2..5, mod 11; 10 is written X.
 */
export function isPatentNumber(canonical: string): boolean {
  if (!PATENT_SHAPE.test(canonical)) return false;
  const sum = PATENT_WEIGHTS.reduce((total, weight, at) => total + weight * Number(canonical[at]), 0);
  return canonical.at(-1) === (sum % 11 === 10 ? 'X' : String(sum % 11));
}
