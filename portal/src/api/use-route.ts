import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type * as z from 'zod';
import type { RouteContract } from '../../../workflows/shared/route-contract.ts';
import { useSession } from '../session/use-session.ts';
import { ApiProblem, callRoute, type Input, type Output } from './client.ts';

/** Calls routes as whoever is signed in. A session that is over is renewed; the page is come back to. */
export function useCall() {
  const { token, renew } = useSession();
  return useCallback(
    async (contract: RouteContract, input: object, key: string = crypto.randomUUID()): Promise<Response> => {
      try {
        return await callRoute(contract, input, token, key);
      } catch (error) {
        if (error instanceof ApiProblem && error.problem.status === 401) await renew();
        throw error;
      }
    },
    [token, renew],
  );
}

/** Reads a route; `input` undefined waits for it. While it `isUnderWay` it is read again and again. */
export function useRoute<C extends RouteContract>(
  contract: C,
  input: Input<C> | undefined,
  isUnderWay: (read: Output<C>) => boolean = () => false,
) {
  const call = useCall();
  return useQuery({
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && isUnderWay(data) ? READ_AGAIN_MS : false,
    queryKey: [contract.operationId, input],
    enabled: input !== undefined,
    queryFn: async (): Promise<Output<C>> => (await call(contract, input ?? {})).json(),
  });
}

const READ_AGAIN_MS = 1500;

type Paged = RouteContract<
  z.ZodType,
  z.ZodType,
  z.ZodType,
  z.ZodType<{ items: unknown[]; cursor?: string | undefined }>
>;

/** Reads a list page by page; `params` where its path has some. */
export function usePages<C extends Paged>(contract: C, query: object, params: object = {}) {
  const call = useCall();
  const read = useInfiniteQuery({
    queryKey: [contract.operationId, 'pages', query, params],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }): Promise<Output<C>> =>
      (await call(contract, { params, query: { ...query, cursor: pageParam } })).json(),
    getNextPageParam: (last) => last.cursor,
  });
  const items = (read.data?.pages.flatMap((page) => page.items) ?? []) as Output<C>['items'];
  return { ...read, items };
}

/**
 * Writes by a route. The same input sent again has the same Idempotency-Key until it was answered, so that a lost answer or a second
 * click changes nothing twice. What was read before is read anew after it.
 */
export function useAction<C extends RouteContract>(contract: C, done?: (output: Output<C>) => void) {
  const call = useCall();
  const queries = useQueryClient();
  const sent = useRef({ text: '', key: '' });
  return useMutation<Output<C>, Error, Input<C>>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input);
      if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() };
      const response = await call(contract, input as object, sent.current.key);
      sent.current = { text: '', key: '' };
      return response.status === 204 ? undefined : response.json();
    },
    onSuccess: async (output) => {
      await queries.invalidateQueries();
      done?.(output);
    },
    onError: (error) => {
      // An answer, even a refusal, ends the request; only what may or may not have arrived is sent again as it was.
      if (error instanceof ApiProblem && error.problem.status > 0 && error.problem.status < 500)
        sent.current = { text: '', key: '' };
    },
  });
}
