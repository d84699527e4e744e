import seed from '../../../seeds/listing-certificate/report-form.json' with { type: 'json' };
import { ReportForm } from '../../../workflows/listing-certificate/report-form.ts';

/** The printed words of the report, checked when the Lambda loads. */
export const REPORT_FORM = ReportForm.parse(seed);
