/** The unified social credit code (统一社会信用代码) of GB 32100-2015: 17 characters and a check character. */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = new RegExp(`^[${ALPHABET}]{18}$`);
const MODULUS = 31;

/** The check character of the first 17: weights 3^(i-1) mod 31 (GB 32100-2015, appendix A). */
export function usccCheckCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % MODULUS;
  }
  return ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}

/** What is wrong with a code: its shape (length, characters), or its check character. */
export function usccCheck(uscc: string): 'valid' | 'malformed' | 'wrong-check-character' {
  if (!SHAPE.test(uscc)) return 'malformed';
  return usccCheckCharacter(uscc.slice(0, 17)) === uscc.charAt(17) ? 'valid' : 'wrong-check-character';
}
