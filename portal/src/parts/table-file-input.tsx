import { useId } from 'react';

interface Props {
  readonly label: string;
  /** The id of what says more about it. */
  readonly describedBy: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** A spreadsheet, taken as soon as it is chosen; once mended the same file may be chosen again. */
export function TableFileInput({ label, describedBy, disabled = false, onFile }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.xlsx"
        aria-describedby={describedBy}
        disabled={disabled}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
          target.value = '';
        }}
      />
    </div>
  );
}
