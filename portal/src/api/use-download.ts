import { useMutation } from '@tanstack/react-query';
import type { RouteContract } from '../../../workflows/shared/route-contract.ts';
import { saveFile } from '../parts/save-file.ts';
import type { Input } from './client.ts';
import { useCall } from './use-route.ts';

/** Fetches a file with the session's token and hands it to the browser under a name, or opens it. */
export function useDownload<C extends RouteContract>(contract: C) {
  const call = useCall();
  return useMutation<void, Error, { readonly input: Input<C>; readonly name: string }>({
    mutationFn: async ({ input, name }) => {
      const response = await call(contract, input as object);
      saveFile(await response.blob(), name);
    },
  });
}
