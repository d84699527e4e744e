import { errors } from './api-error.ts';

/** Source: API reference, StartExecution, name: 1 to 80 characters without white space, brackets, wildcards, special characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: AWS forbids control characters
const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

/** @throws ApiError InvalidName */
export function checkName(name: string): void {
  if (name.length === 0 || name.length > 80 || forbidden.test(name)) throw errors.invalidName(name);
}

const alias = /^(?=.*[a-zA-Z_\-.])[a-zA-Z0-9_\-.]+$/;

/** Of an alias: a name that no version number is. @throws ApiError ValidationException */
export function checkAliasName(name: string): void {
  if (name.length <= 80 && alias.test(name)) return;
  const rule =
    name.length > 80
      ? 'Member must have length less than or equal to 80'
      : 'Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$';
  throw errors.validation(
    `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: ${rule}`,
  );
}
