/** Forms that punctuation takes where characters stand one below the other (Unicode, vertical presentation forms). */
const UPRIGHT_FORMS: Readonly<Record<string, string>> = {
  '（': '︵',
  '）': '︶',
  '(': '︵',
  ')': '︶',
  '〔': '︹',
  '〕': '︺',
  '、': '︑',
  '，': '︐',
  '—': '︱',
  '-': '︱',
};

/** A heading as upright columns of at most `rows` characters and equal length, read from right to left as Chinese is. */
export function uprightColumns(text: string, rows: number): string[][] {
  const characters = Array.from(text, (character) => UPRIGHT_FORMS[character] ?? character).filter(
    (character) => character.trim() !== '',
  );
  const length = Math.ceil(characters.length / Math.ceil(characters.length / rows));
  const columns: string[][] = [];
  for (let start = 0; start < characters.length; start += length)
    columns.unshift(characters.slice(start, start + length));
  return columns;
}
