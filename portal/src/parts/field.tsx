import { type ReactNode, useId } from 'react';

/** What a control of a form must carry, so that its label, help and faults are read with it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

interface Props {
  readonly label: string;
  readonly help?: string | undefined;
  /** What is wrong with it. */
  readonly faults?: readonly string[];
  readonly optional?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

/** One control with its label above, its help and what is wrong with it below. */
export function Field({ label, help, faults = [], optional, children }: Props) {
  const id = useId();
  const [helpId, faultId] = [`${id}help`, `${id}fault`];
  const isWrong = faults.length > 0;
  const described = [help && helpId, isWrong && faultId].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!optional && (
          <span className="required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(isWrong && { 'aria-invalid': true }),
        ...(!optional && { 'aria-required': true }),
      })}
      {help && (
        <span className="help" id={helpId}>
          {help}
        </span>
      )}
      {isWrong && (
        <span className="fault" id={faultId}>
          {faults.join('；')}
        </span>
      )}
    </div>
  );
}
