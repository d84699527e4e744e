/** Forms that punctuation takes where characters stand one below the other (Unicode, CJK Compatibility Forms). */
const UPRIGHT_FORMS: Readonly<Record<string, string>> = {
  '（': '︵',
  '）': '︶',
  '(': '︵',
  ')': '︶',
  '〔': '︹',
  '〕': '︺',
  '—': '︱',
  '-': '︱',
};

/** A heading as upright columns of at most `rows` characters, read from right to left as Chinese is. */
export function uprightColumns(text: string, rows: number): string[][] {
  const characters = Array.from(text, (character) => UPRIGHT_FORMS[character] ?? character).filter(
    (character) => character.trim() !== '',
  );
  const columns: string[][] = [];
  for (let start = 0; start < characters.length; start += rows)
    columns.unshift(characters.slice(start, start + rows));
  return columns;
}
