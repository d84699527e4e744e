import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';

/** What a target gets of an event; at most one of the three is given. */
export interface TargetInput {
  readonly input?: string;
  readonly inputPath?: string;
  readonly transformer?: { readonly paths: Readonly<Record<string, string>>; readonly template: string };
}

export interface RuleFacts {
  readonly ruleArn: string;
  readonly ruleName: string;
  readonly ingestionTime: string;
}

/**
 * The text that a target gets (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html).
 */
export function targetInput(target: TargetInput, event: JsonObject, facts: RuleFacts): string {
  if (target.input !== undefined) return target.input;
  if (target.inputPath !== undefined) return JSON.stringify(valueAt(event, target.inputPath) ?? null);
  if (target.transformer)
    return fillTemplate(target.transformer.template, valuesFor(target.transformer.paths, event, facts));
  return JSON.stringify(event);
}

/** @throws SyntaxError for a path that is more than names and indices */
export function checkTargetInput({ inputPath, transformer }: TargetInput): void {
  const paths = [...(inputPath === undefined ? [] : [inputPath]), ...Object.values(transformer?.paths ?? {})];
  for (const path of paths) parsePath(path);
}

function valuesFor(paths: Readonly<Record<string, string>>, event: JsonObject, facts: RuleFacts) {
  const own = Object.entries(paths).map(([name, path]) => [name, valueAt(event, path)] as const);
  return new Map<string, JsonValue | undefined>([
    ['aws.events.rule-arn', facts.ruleArn],
    ['aws.events.rule-name', facts.ruleName],
    ['aws.events.event.ingestion-time', facts.ingestionTime],
    ['aws.events.event.json', event],
    ['aws.events.event', event],
    ...own,
  ]);
}

/** Inside quotes a value stands as text, outside as JSON; a value that is absent leaves nothing inside quotes and `null` outside. */
function fillTemplate(template: string, values: ReadonlyMap<string, JsonValue | undefined>): string {
  let filled = '';
  let quoted = false;
  for (const [part] of template.matchAll(/<[\w.-]+>|\\.|./gs)) {
    const name = part.slice(1, -1);
    const isPlaceholder = part.length > 2 && part.startsWith('<') && values.has(name);
    if (part === '"') quoted = !quoted;
    filled += isPlaceholder ? rendered(values.get(name), quoted) : part;
  }
  return filled;
}

function rendered(value: JsonValue | undefined, quoted: boolean): string {
  if (!quoted) return JSON.stringify(value ?? null);
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return JSON.stringify(text).slice(1, -1);
}

function valueAt(event: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = event;
  for (const step of parsePath(path)) {
    if (typeof step === 'number')
      value = Array.isArray(value) ? (value as readonly JsonValue[])[step] : undefined;
    else value = isJsonObject(value) ? value[step] : undefined;
  }
  return value;
}

/** `$.detail.items[0].name`, `$.detail-type` */
function parsePath(path: string): readonly (string | number)[] {
  const steps = [...path.matchAll(/\.([\w-]+)|\['([^']+)'\]|\[(\d+)\]/g)];
  if (!path.startsWith('$') || steps.map(([text]) => text).join('') !== path.slice(1)) {
    throw new SyntaxError(`the path ${path} is not supported: only names and indices are`);
  }
  return steps.map(([, name, quotedName, index]) =>
    index === undefined ? (name ?? quotedName ?? '') : Number(index),
  );
}
