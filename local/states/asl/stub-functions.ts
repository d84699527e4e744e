import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { isJsonObject, type JsonValue } from '../../json.ts';
import type { FunctionInvoker, FunctionResult } from '../../service.ts';
import type { CallApi } from './api.ts';
import type { Behaviour, TokenCall } from './case-file.ts';

type Answer = { readonly value: JsonValue } | { readonly errorType: string; readonly errorMessage: string };

/** Plays the behaviours of a case; each is remembered by name, so that a sequence goes on. */
export class Stubs {
  readonly #calls = new Map<object, number>();
  readonly #clock: Clock;
  readonly #callApi: CallApi;

  constructor(clock: Clock, callApi: CallApi) {
    this.#clock = clock;
    this.#callApi = callApi;
  }

  async play(behaviour: Behaviour, payload: JsonValue): Promise<Answer> {
    switch (behaviour.behaviour) {
      case 'identity':
        return { value: payload };
      case 'constant':
        return { value: behaviour.value };
      case 'error':
        return behaviour;
      case 'sequence':
        return this.play(this.#next(behaviour.answers), payload);
      case 'delayed':
        await this.#passed(behaviour.seconds);
        return this.play(behaviour.answer, payload);
      case 'token':
        for (const call of behaviour.calls) void this.#answerToken(call, payload);
        return { value: null };
    }
  }

  #next(answers: readonly Behaviour[]): Behaviour {
    const index = this.#calls.get(answers) ?? 0;
    this.#calls.set(answers, index + 1);
    const answer = answers[Math.min(index, answers.length - 1)];
    if (!answer) throw new Error('a sequence needs answers');
    return answer;
  }

  #passed(seconds: number): Promise<void> {
    return new Promise((resolve) => this.#clock.at(this.#clock.now() + seconds * 1000, resolve));
  }

  async #answerToken(call: TokenCall, payload: JsonValue): Promise<void> {
    await this.#passed(call.afterSeconds);
    const taskToken = isJsonObject(payload) ? payload.token : undefined;
    const output = call.output === undefined ? undefined : JSON.stringify(call.output);
    // A late answer is refused, which is what some cases are about.
    await this.#callApi(call.call, { taskToken, output, error: call.error, cause: call.cause }).catch(
      () => {},
    );
  }
}

/** The functions of a case, called by ARN or by name. */
export function stubInvoker(functions: Readonly<Record<string, Behaviour>>, stubs: Stubs): FunctionInvoker {
  return {
    async invoke({ functionName, payload }) {
      const name = /:function:([^:]+)/.exec(functionName)?.[1] ?? functionName.split(':')[0] ?? '';
      const behaviour = Object.hasOwn(functions, name) ? functions[name] : undefined;
      if (!behaviour) return unknownFunction(functionName);
      return resultOf(await stubs.play(behaviour, JSON.parse(payload)));
    },
  };
}

function resultOf(answer: Answer): FunctionResult {
  if ('value' in answer)
    return { ok: true, payload: JSON.stringify(answer.value), executedVersion: '$LATEST' };
  const { errorType, errorMessage } = answer;
  // What a runtime writes; see match.ts for what is compared.
  const payload = JSON.stringify({ errorMessage, errorType, requestId: randomUUID(), stackTrace: [] });
  return { ok: false, errorType, errorMessage, ...(errorType.startsWith('Lambda.') ? {} : { payload }) };
}

function unknownFunction(name: string): FunctionResult {
  return {
    ok: false,
    errorType: 'Lambda.ResourceNotFoundException',
    errorMessage: `Function not found: ${name}`,
  };
}
