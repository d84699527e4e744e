import type { Fault } from '../../../shared/fault.ts';
import { canonicalPatentNumber } from '../../../shared/identifiers.ts';
import { type Shaped, shaped } from '../../../shared/shape-faults.ts';
import { type Notice, ObjectionSubmission } from '../contract.ts';

/** Everything wrong with an objection, or the objection with the numbers in canonical form. */
export function judgeObjection(
  body: unknown,
  { patents }: Pick<Notice, 'patents'>,
): Shaped<ObjectionSubmission> {
  const shape = shaped(ObjectionSubmission, body, '');
  if (!shape.ok) return shape;
  const numbers = shape.value.numbers.map(canonicalPatentNumber);
  const noticed = new Set(patents.map(({ number }) => number));
  const { evidence, attachmentIds } = shape.value;
  const faults = [
    ...(evidence.length + attachmentIds.length === 0 ? [NO_EVIDENCE] : []),
    ...numbers.flatMap((number, index) => (noticed.has(number) ? [] : [notInNotice(index, number)])),
    ...evidence.flatMap(({ url, excerpt }, index) =>
      url === undefined && excerpt === undefined ? [emptyEvidence(index)] : [],
    ),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { ...shape.value, numbers: [...new Set(numbers)] } };
}

const NO_EVIDENCE: Fault = {
  pointer: '/evidence',
  code: 'no-evidence',
  zh: '请至少提供一项证据：网址、摘录或文件',
  en: 'Give evidence: where it is read, what it says, or a file',
};

function notInNotice(index: number, number: string): Fault {
  return {
    pointer: `/numbers/${index}`,
    code: 'not-in-notice',
    zh: `该公示不含专利 ${number}`,
    en: `The notice does not name the patent ${number}`,
  };
}

function emptyEvidence(index: number): Fault {
  return {
    pointer: `/evidence/${index}`,
    code: 'empty-evidence',
    zh: '请填写证据的网址或摘录',
    en: 'Say where the evidence is to be read, or what it says',
  };
}
