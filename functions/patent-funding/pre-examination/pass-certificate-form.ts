import seed from '../../../seeds/patent-funding/pass-certificate.json' with { type: 'json' };
import { PassCertificateForm } from '../../../workflows/patent-funding/pre-examination/pass-certificate-form.ts';

/** The words of a pass certificate, checked when the Lambda loads. */
export const PASS_CERTIFICATE_FORM = PassCertificateForm.parse(seed);
