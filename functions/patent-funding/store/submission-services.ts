import { type ServicesWithFiles, servicesWithFiles } from '../../shared/attachments/services-with-files.ts';
import { type FundingServices, fundingStores } from './funding-services.ts';

/** What applying needs: the machine to start, uploaded files, and the stores of the procedure. */
export interface SubmissionServices extends FundingServices, ServicesWithFiles {}

export function submissionServices(): SubmissionServices {
  return Object.defineProperties(
    servicesWithFiles(),
    Object.getOwnPropertyDescriptors(fundingStores()),
  ) as SubmissionServices;
}
