import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject, JsonValue } from '../../json.ts';

/** What a function (or a service call) of a case answers. The first three are the recorded ones; the others are ours. */
export type Behaviour =
  | { readonly behaviour: 'identity' }
  | { readonly behaviour: 'constant'; readonly value: JsonValue }
  | { readonly behaviour: 'error'; readonly errorType: string; readonly errorMessage: string }
  /** One after another, the last for every further call. */
  | { readonly behaviour: 'sequence'; readonly answers: readonly Behaviour[] }
  /** Answers only after that time of the virtual clock. */
  | { readonly behaviour: 'delayed'; readonly seconds: number; readonly answer: Behaviour }
  /** Returns, and answers the payload's `token` through the API after each number of seconds. */
  | { readonly behaviour: 'token'; readonly calls: readonly TokenCall[] };

export interface TokenCall {
  readonly afterSeconds: number;
  readonly call: 'SendTaskSuccess' | 'SendTaskFailure' | 'SendTaskHeartbeat';
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
}

/** A state machine with its input and what AWS answers for it. Format: test/asl-cases/README.md. */
export interface Case {
  readonly name: string;
  readonly definition: JsonObject;
  readonly input: JsonValue;
  readonly functions?: Readonly<Record<string, Behaviour>>;
  /** By IAM action, such as `sqs:SendMessage`. */
  readonly services?: Readonly<Record<string, Behaviour>>;
  /** Further machines, by name, that the definition starts. */
  readonly machines?: Readonly<Record<string, JsonObject>>;
  readonly machineType?: 'STANDARD' | 'EXPRESS';
  readonly concurrent?: boolean;
  readonly neutralStates?: readonly string[];
  readonly expected: Expected;
}

/** An absent member was not recorded. */
export interface Expected {
  readonly status: string;
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
  readonly causeJson?: JsonValue;
  readonly statesEntered?: readonly string[];
  readonly taskAttempts?: Readonly<Record<string, number>>;
  readonly evaluationFailures?: readonly JsonObject[];
  readonly trace?: readonly JsonObject[];
  readonly eventTypes?: readonly string[];
  /** The recording has been put in order, which lost some events: see recorded-events.ts. */
  readonly orderLost?: boolean;
  /** Seconds of the virtual clock from start to end. */
  readonly durationSeconds?: number;
  /** Codes and locations of a definition that is refused: `status` is then REFUSED. */
  readonly diagnostics?: readonly JsonObject[];
}

/** Every case in the JSON files of a folder tree, or of one file; sorted by path. */
export function readCases(path: string): readonly Case[] {
  return jsonFiles(path).flatMap((file) => {
    const content: Case | Case[] = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(content) ? content : [content];
  });
}

function jsonFiles(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return entries
    .filter((entry) => entry.endsWith('.json'))
    .sort()
    .map((entry) => join(path, entry));
}
