import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import type { StepContract } from '../../workflows/shared/step-contract.ts';
import { log, withoutPersonalData } from './log.ts';
import { type Services, services } from './services.ts';

export type TaskFunction<C extends StepContract, S extends Services> = (
  input: z.output<C['input']>,
  services: S,
) => Promise<z.input<C['output']>>;

export type TaskHandler = (event: unknown, context: Context) => Promise<unknown>;

/**
 * The Lambda of a step: holds input and output against the contract and lets errors out as they are, so that the machine's
 * Retry and Catch meet them by name.
 */
export function task<const C extends StepContract>(contract: C, fn: TaskFunction<C, Services>): TaskHandler;
export function task<const C extends StepContract, S extends Services>(
  contract: C,
  fn: TaskFunction<C, S>,
  connect: () => S,
): TaskHandler;
export function task<const C extends StepContract>(
  contract: C,
  fn: TaskFunction<C, Services>,
  connect: () => Services = services,
): TaskHandler {
  let connected: Services | undefined;
  const step = async (event: unknown) => {
    connected ??= connect();
    return contract.output.parse(await fn(contract.input.parse(event) as z.output<C['input']>, connected));
  };
  return middy<unknown, unknown>()
    .use({
      before: () => log.resetKeys(),
      onError: ({ error }) => log.error('failed', withoutPersonalData(error)),
    })
    .handler(step);
}
