import { useQuery } from '@tanstack/react-query';
import { ReadCertificate } from '../../../../workflows/listing-certificate/certificate-routes.ts';
import { useCall } from '../../api/use-route.ts';
import { type Report, reportOf } from './report.ts';

/** What the report of a case says now. */
export function useReport(caseId: string) {
  const call = useCall();
  return useQuery({
    queryKey: [ReadCertificate.operationId, caseId],
    queryFn: async (): Promise<Report> =>
      reportOf(await (await call(ReadCertificate, { params: { caseId } })).text()),
  });
}
