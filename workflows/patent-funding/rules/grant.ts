import type { Grant, PatentRow } from '../contract.ts';

/** What is granted for the patents that have an amount. */
export function grantOf(rows: readonly Pick<PatentRow, 'number' | 'kind' | 'amountFen'>[]): Grant {
  const patents = rows.flatMap(({ number, kind, amountFen }) =>
    amountFen === undefined ? [] : [{ number, kind, amountFen }],
  );
  return { patents, amountFen: totalFen(patents) };
}

/** What is left of a grant. The money set free is not given to the others: each keeps what was computed for it. */
export function grantWithout({ patents }: Grant, numbers: readonly string[]): Grant {
  const out = new Set(numbers);
  const left = patents.filter(({ number }) => !out.has(number));
  return { patents: left, amountFen: totalFen(left) };
}

function totalFen(patents: readonly { readonly amountFen: number }[]): number {
  return patents.reduce((total, { amountFen }) => total + amountFen, 0);
}
