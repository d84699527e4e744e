import { type ServicesWithCertificates, servicesWithCertificates } from './services-with-certificates.ts';
import { type SubmissionServices, submissionServices } from './submission-services.ts';

/** What opening a case about an issued certificate needs beside what submitting needs. */
export interface ObjectionServices extends SubmissionServices, ServicesWithCertificates {}

export function objectionServices(): ObjectionServices {
  const { certificates } = servicesWithCertificates();
  return Object.defineProperty(submissionServices(), 'certificates', {
    value: certificates,
  }) as ObjectionServices;
}
