import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import { type Diagnostic, Findings } from './diagnostic.ts';
import { checkGraph, startWalk } from './graph-check.ts';
import { readJson } from './json-text.ts';
import type { Machine } from './machine.ts';
import type { ParseOptions } from './resource-check.ts';
import { MAX_SECONDS } from './retry-and-catch.ts';
import { anyObject, checkObject, integer, oneOf, type Shape, text } from './shape.ts';

export type { ParseOptions } from './resource-check.ts';

/** A machine, or everything that keeps the text from being one. */
export type ParsedDefinition =
  | { readonly machine: Machine }
  | { readonly diagnostics: readonly Diagnostic[] };

/** The top level of a definition. */
export const MACHINE: Shape = {
  fields: {
    StartAt: text,
    States: anyObject,
    QueryLanguage: oneOf('JSONPath', 'JSONata'),
    Version: oneOf('1.0'),
    TimeoutSeconds: integer(1, MAX_SECONDS),
  },
  required: ['States', 'StartAt'],
};

/**
 * Reads a definition in the States Language, JSONata only, with the diagnostics of ValidateStateMachineDefinition for what
 * is wrong with it. A definition that names no query language is in JSONPath, so each of its states has to name JSONata.
 */
export function parseDefinition(definition: string, options: ParseOptions = {}): ParsedDefinition {
  const findings = new Findings();
  try {
    const machine = readJson(definition, findings);
    if (machine !== undefined) checkMachine(machine, options, findings);
    if (findings.diagnostics.length > 0 || !isJsonObject(machine))
      return { diagnostics: findings.diagnostics };
    // Every field has been checked against the types of Machine.
    return { machine: { ...machine, QueryLanguage: 'JSONata' } as unknown as Machine };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    findings.add('TOO_DEEPLY_NESTED', 'The definition is nested too deeply');
    return { diagnostics: findings.diagnostics };
  }
}

function checkMachine(machine: JsonValue, options: ParseOptions, findings: Findings): void {
  if (!isJsonObject(machine)) {
    findings.add('SCHEMA_VALIDATION_FAILED', 'Definition must be a valid JSON object');
    return;
  }
  checkObject(machine, '', MACHINE, findings);
  checkGraph(machine, '', new Set(), startWalk(options, findings, languageOf(machine)));
}

function languageOf(machine: JsonObject): 'JSONata' | 'JSONPath' {
  // Whatever is neither is reported as such; AWS goes on in JSONata.
  return (machine.QueryLanguage ?? 'JSONPath') === 'JSONPath' ? 'JSONPath' : 'JSONata';
}
