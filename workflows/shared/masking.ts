const MASK = '＊';

/** A company's name with its middle hidden: enough to recognise it, too little to list companies by. `重庆＊＊＊＊有限公司`. */
export function maskedName(name: string): string {
  const characters = Array.from(name);
  const [head, tail] = characters.length > 8 ? [2, 4] : [1, 1];
  return characters
    .map((character, index) => (index < head || index >= characters.length - tail ? character : MASK))
    .join('');
}

/** A unified social credit code with its middle hidden: `9150**********012X`. */
export function maskedUscc(uscc: string): string {
  return `${uscc.slice(0, 4)}${'*'.repeat(Math.max(0, uscc.length - 8))}${uscc.slice(-4)}`;
}
