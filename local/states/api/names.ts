import { errors } from './api-error.ts';

/** Source: API reference, StartExecution, name: 1 to 80 characters without white space, brackets, wildcards, special characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: AWS forbids control characters
const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

/** @throws ApiError InvalidName */
export function checkName(name: string): void {
  if (name.length === 0 || name.length > 80 || forbidden.test(name)) throw errors.invalidName(name);
}
