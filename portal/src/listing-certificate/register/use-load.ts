import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisterLoad } from '../../../../workflows/listing-certificate/register/contract.ts';
import {
  BeginRegisterLoad,
  StartRegisterLoad,
} from '../../../../workflows/listing-certificate/register/routes.ts';
import type { Output } from '../../api/client.ts';
import { useCall } from '../../api/use-route.ts';
import { putFile, sha256Of } from '../../parts/put-file.ts';

/** Which fields a file covers, from which day to which. */
export type About = Pick<RegisterLoad, 'fieldIds' | 'coverage'>;

/** Loads a file: announce, PUT, start; `percent` is how far the file is on its way. */
export function useLoad(done: (loadId: string) => void) {
  const call = useCall();
  const queries = useQueryClient();
  const [percent, setPercent] = useState(0);
  const load = useMutation({
    mutationFn: async ({ file, about }: { readonly file: File; readonly about: About }) => {
      setPercent(0);
      const format = file.name.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
      const body = { ...about, format, sizeBytes: file.size, sha256: await sha256Of(file) };
      const begun: Output<typeof BeginRegisterLoad> = await (await call(BeginRegisterLoad, { body })).json();
      const { loadId } = begun.load;
      if (begun.upload) await putFile(file, begun.upload, setPercent);
      await call(StartRegisterLoad, { params: { loadId } });
      return loadId;
    },
    onSuccess: async (loadId) => {
      await queries.invalidateQueries();
      done(loadId);
    },
  });
  return { ...load, percent };
}
