import type { Bilingual } from '../../workflows/shared/bilingual.ts';
import { ERROR_NAME } from '../../workflows/shared/error-names.ts';
import type { Fault } from '../../workflows/shared/fault.ts';

interface Refusal {
  /** HTTP status, 4xx. */
  readonly status: number;
  /** Stable, kebab-case: programs decide by it. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly faults?: readonly Fault[];
  /** The present state of the thing, where the call lost against another. */
  readonly present?: Readonly<Record<string, unknown>>;
}

/** A call that must not have been made. Told to the caller with every reason, never retried. */
export class RefusedError extends Error {
  override readonly name = ERROR_NAME.refused;
  readonly status: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly faults: readonly Fault[];
  readonly present: Readonly<Record<string, unknown>> | undefined;

  constructor({ status, code, zh, en, faults = [], present }: Refusal, options?: ErrorOptions) {
    super(`${status} ${code}`, options);
    this.status = status;
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.faults = faults;
    this.present = present;
  }
}

/** A passing fault of a service we depend on: the only error of ours that a machine's Retry names; 503 over HTTP. */
export class TransientError extends Error {
  override readonly name = ERROR_NAME.transient;
}

/** The applicant withdrew the case while its machine was on the way: every machine catches it and closes what is open. */
export class CaseWithdrawnError extends Error {
  override readonly name = ERROR_NAME.caseWithdrawn;
}

/** The refusal that lists what is wrong with a well-formed request. */
export function refusedForFaults(faults: readonly Fault[]): RefusedError {
  return new RefusedError({
    status: 422,
    code: 'invalid-input',
    zh: `提交的内容有 ${faults.length} 处错误`,
    en: `${faults.length} thing(s) in the request are wrong`,
    faults,
  });
}

/** The refusal of one parameter of the query that is well formed and cannot be answered. */
export function refusedParameter(name: string, code: string, words: Bilingual): RefusedError {
  return new RefusedError({
    status: 400,
    code: 'invalid-parameters',
    ...words,
    faults: [{ pointer: `/query/${name}`, code, ...words }],
  });
}
