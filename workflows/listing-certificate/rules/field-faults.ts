import type { Fault } from '../../shared/fault.ts';
import type { Catalogue } from '../catalogue.ts';
import { submissionFault } from './submission-fault.ts';

/** Unknown and doubled fields at their place, and each mandatory field that is missing. */
export function fieldFaults(fieldIds: readonly string[], catalogue: Catalogue): Fault[] {
  const known = new Set(catalogue.fields.map((field) => field.id));
  const asked = new Set(fieldIds);
  const unknown = fieldIds.flatMap((fieldId, index) =>
    known.has(fieldId) ? [] : [submissionFault(`/fields/${index}`, 'field-unknown', { fieldId })],
  );
  const doubled = fieldIds.flatMap((fieldId, index) =>
    fieldIds.indexOf(fieldId) < index
      ? [submissionFault(`/fields/${index}`, 'field-duplicate', { fieldId })]
      : [],
  );
  const missing = catalogue.fields
    .filter((field) => field.mandatory && !asked.has(field.id))
    .map((field) => submissionFault('/fields', 'field-mandatory-missing', { field: field.name }));
  return [...unknown, ...doubled, ...missing];
}
