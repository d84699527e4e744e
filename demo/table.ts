import Table from 'cli-table3';

/** Prints rows under a heading; Chinese characters take two columns of the terminal. A row of one cell goes right across. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { compact = false } = {},
): void {
  const table = new Table({ head: [...head], style: { head: [], border: [], compact } });
  for (const row of rows) {
    const [only] = row;
    table.push(row.length === 1 ? [{ content: only, colSpan: head.length }] : [...row]);
  }
  console.log(`\n${title}\n${table.toString()}`);
}

/** Says what happens, with the seconds since the demonstration began. */
export function step(text: string): void {
  console.log(`[${(performance.now() / 1000).toFixed(1).padStart(5)} s] ${text}`);
}
