import type { Expression } from 'jsonata';

/**
 * The functions on text for which Step Functions departs from the npm package jsonata (measured on AWS by iwamot/sfnx,
 * docs/design.md): base64 is that of the text's UTF-8, where the package cuts characters to one byte; `+` in a URL component
 * is a space, and a broken UTF-8 sequence becomes U+FFFD.
 */
export function addTextFunctions(expression: Expression): void {
  expression.registerFunction('base64encode', base64encode, '<s-:s>');
  expression.registerFunction('base64decode', base64decode, '<s-:s>');
  expression.registerFunction('decodeUrlComponent', decodeUrlComponent, '<s-:s>');
}

function base64encode(text?: string): string | undefined {
  return text === undefined ? undefined : Buffer.from(text, 'utf8').toString('base64');
}

/** With or without padding. */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function base64decode(text?: string): string | undefined {
  if (text === undefined) return undefined;
  if (!BASE64.test(text)) throw { code: 'D3137', message: 'Invalid base64' };
  return Buffer.from(text, 'base64').toString('utf8');
}

const MALFORMED_ESCAPE = /%(?![0-9A-Fa-f]{2})/;
const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;

function decodeUrlComponent(text?: string): string | undefined {
  if (text === undefined) return undefined;
  if (MALFORMED_ESCAPE.test(text)) throw { code: 'D3140', functionName: 'decodeUrlComponent', value: text };
  return text
    .replaceAll('+', ' ')
    .replace(ESCAPES, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'));
}
