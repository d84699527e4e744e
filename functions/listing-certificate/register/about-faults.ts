import type { Catalogue } from '../../../workflows/listing-certificate/catalogue.ts';
import type { RegisterCoverage } from '../../../workflows/listing-certificate/record-answer.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';

interface About {
  readonly fieldIds: readonly string[];
  readonly coverage: RegisterCoverage;
}

/** Faults of what a department says of its file: fields of its own, a coverage that begins before it ends and ends by today. */
export function aboutFaults(
  { fieldIds, coverage: { fromOn, toOn } }: About,
  departmentId: string,
  catalogue: Catalogue,
  todayOn: string,
): Fault[] {
  return [
    ...foreignFields('/fieldIds', fieldIds, departmentId, catalogue),
    ...(fromOn > toOn ? [fault('/coverage/fromOn', 'coverage-reversed')] : []),
    ...(toOn > todayOn ? [fault('/coverage/toOn', 'coverage-in-the-future')] : []),
  ];
}

/** Each field that is not the department's, or stands twice, at its place. */
export function foreignFields(
  pointer: string,
  fieldIds: readonly string[],
  departmentId: string,
  catalogue: Catalogue,
): Fault[] {
  const own = new Set(
    catalogue.fields.filter((field) => field.departmentId === departmentId).map((field) => field.id),
  );
  return fieldIds.flatMap((fieldId, index) => {
    if (!own.has(fieldId)) return [fault(`${pointer}/${index}`, 'field-not-yours')];
    return fieldIds.indexOf(fieldId) < index ? [fault(`${pointer}/${index}`, 'field-duplicate')] : [];
  });
}

const WORDS = {
  'field-not-yours': { zh: '不是本部门负责的领域', en: 'Not a field of your department' },
  'field-duplicate': { zh: '领域重复', en: 'The field stands twice' },
  'coverage-reversed': { zh: '起始日晚于截止日', en: 'It begins after it ends' },
  'coverage-in-the-future': { zh: '截止日不得晚于今天', en: 'It cannot reach beyond today' },
} as const;

function fault(pointer: string, code: keyof typeof WORDS): Fault {
  return { pointer, code, ...WORDS[code] };
}
