/**
 * The rows of a CSV text, without blank lines. Fields may be quoted, a doubled quote stands for one; a backslash makes a
 * backslash, quote or delimiter behind it a plain character, and vanishes.
 * Source: developer guide, "How Step Functions parses input CSV files".
 */
export function csvRows(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [''];
  const endRow = (): void => {
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [''];
  };
  for (const [part] of text.matchAll(/"(?:[^"\\]|""|\\.)*"?|\\[^\n]?|\r?\n|./gs)) {
    if (part === delimiter) row.push('');
    else if (part === '\n' || part === '\r\n') endRow();
    else row[row.length - 1] += plain(part);
  }
  endRow();
  return rows;
}

function plain(part: string): string {
  const bare = part.startsWith('"') ? part.replace(/^"|"$/g, '').replaceAll('""', '"') : part;
  return bare.replace(/\\(.?)/gs, '$1');
}
