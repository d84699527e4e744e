import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { PullDeliveries } from '../../../../workflows/financing-demand/list/routes.ts';
import type { Output } from '../../api/client.ts';
import { useCall } from '../../api/use-route.ts';

const LIMIT = 100;
/** So much is read without asking; whoever has more goes on by hand. */
const PAGES_AT_ONCE = 20;

/** One's lists, as a machine pulls them: from the first on, page after page, until there is nothing new. */
export function useDeliveries() {
  const call = useCall();
  const read = useInfiniteQuery({
    queryKey: [PullDeliveries.operationId],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }): Promise<Output<typeof PullDeliveries>> =>
      (await call(PullDeliveries, { query: { limit: LIMIT, after: pageParam } })).json(),
    getNextPageParam: ({ items, cursor }) => (items.length < LIMIT ? undefined : cursor),
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage, data } = read;
  const isEarly = (data?.pages.length ?? 0) % PAGES_AT_ONCE !== 0;
  useEffect(() => {
    if (hasNextPage && isEarly && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isEarly, isFetchingNextPage, fetchNextPage]);
  return { ...read, items: data?.pages.flatMap(({ items }) => items) ?? [] };
}
