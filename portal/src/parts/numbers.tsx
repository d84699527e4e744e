import type { ReactNode } from 'react';

interface Props {
  readonly of: readonly { readonly label: string; readonly value: ReactNode }[];
}

/** The few figures that one looks for first. */
export function Numbers({ of }: Props) {
  return (
    <ul className="numbers">
      {of.map(({ label, value }) => (
        <li key={label}>
          <b>{value}</b>
          {label}
        </li>
      ))}
    </ul>
  );
}
