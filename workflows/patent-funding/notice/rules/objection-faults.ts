import * as z from 'zod';
import type { Fault } from '../../../shared/fault.ts';
import { canonicalPatentNumber } from '../../../shared/identifiers.ts';
import { type Shaped, shaped } from '../../../shared/shape-faults.ts';
import { Evidence, type Notice, ObjectionSubmission } from '../contract.ts';

/** What can be judged of it though something else has not its shape; what is no list is a fault of shape and nothing more. */
const List = z.array(z.unknown()).default([]).catch([undefined]);
const Readable = z
  .object({ numbers: List, evidence: List, attachmentIds: List })
  .catch({ numbers: [], evidence: [undefined], attachmentIds: [] });

/** Everything wrong with an objection, or the objection with the numbers in canonical form. */
export function judgeObjection(
  body: unknown,
  { patents }: Pick<Notice, 'patents'>,
): Shaped<ObjectionSubmission> {
  const shape = shaped(ObjectionSubmission, body, '');
  const { numbers, evidence, attachmentIds } = Readable.parse(body);
  const noticed = new Set(patents.map(({ number }) => number));
  const faults = [
    ...(shape.ok ? [] : shape.faults),
    ...(evidence.length + attachmentIds.length === 0 ? [NO_EVIDENCE] : []),
    ...numbers.flatMap((given, index) => {
      const number = typeof given === 'string' ? canonicalPatentNumber(given) : undefined;
      return number === undefined || noticed.has(number) ? [] : [notInNotice(index, number)];
    }),
    ...evidence.flatMap((given, index) => {
      const { data } = Evidence.safeParse(given);
      return data && data.url === undefined && data.excerpt === undefined ? [emptyEvidence(index)] : [];
    }),
  ];
  if (!shape.ok || faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: { ...shape.value, numbers: [...new Set(shape.value.numbers.map(canonicalPatentNumber))] },
  };
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
