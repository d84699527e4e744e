import { isJsonObject } from '../../json.ts';
import { type StatesField, template } from './expression-check.ts';
import type { Check } from './shape.ts';

/** Developer guide, "Passing data between states with variables": a Unicode identifier of at most 80 characters. */
const VARIABLE_NAME = /^\p{ID_Start}\p{ID_Continue}*$/u;
const MAX_NAME_LENGTH = 80;

/** An Assign: an object with a template per variable. */
export function assignments(...states: readonly StatesField[]): Check {
  const checkValue = template(...states);
  return (value, path, findings) => {
    if (!isJsonObject(value)) {
      findings.schema('Expected value of type [OBJECT]', path);
      return;
    }
    for (const name of Object.keys(value)) {
      if (!VARIABLE_NAME.test(name) || name.length > MAX_NAME_LENGTH || name === 'states') {
        findings.schema(`Invalid variable name: '${name}'`, `${path}/${name}`);
      }
    }
    checkValue(value, path, findings);
  };
}
