import * as z from 'zod';
import { applicantFaults, type Caller } from '../../../shared/applicant-faults.ts';
import type { Bilingual } from '../../../shared/bilingual.ts';
import type { Fault } from '../../../shared/fault.ts';
import { type Shaped, shaped } from '../../../shared/shape-faults.ts';
import { Applicant } from '../../contract.ts';
import { PreExaminationForm } from '../contract.ts';
import type { PreExaminationRules } from '../scope.ts';

interface Context {
  readonly caller: Caller;
  readonly rules: PreExaminationRules;
}

const { shape } = PreExaminationForm;
/** Each part by itself, as far as it can be read. */
const Readable = z
  .object({
    applicant: Applicant.optional().catch(undefined),
    kind: shape.kind.optional().catch(undefined),
    industryId: shape.industryId.optional().catch(undefined),
    ipc: shape.ipc.optional().catch(undefined),
  })
  .catch({});

/** Judges a registration as it came: its shape, who registers, and whether the filing is in the scope of the centre. */
export function judgePreExamination(body: unknown, context: Context): Shaped<PreExaminationForm> {
  const form = shaped(PreExaminationForm, body);
  const parts = Readable.parse(body);
  const faults = [
    ...(form.ok ? [] : form.faults),
    ...(parts.applicant === undefined ? [] : applicantFaults(parts.applicant, context.caller)),
    ...scopeFaults(parts, context.rules),
  ];
  return form.ok && faults.length === 0 ? form : { ok: false, faults };
}

type Filing = Omit<z.output<typeof Readable>, 'applicant'>;

/** 预审范围: by kind, industry, and the main class, which has to be one of that industry's. */
function scopeFaults({ kind, industryId, ipc }: Filing, rules: PreExaminationRules): Fault[] {
  const industry = rules.industries.find(({ id }) => id === industryId);
  const [main] = ipc ?? [];
  return [
    ...(kind === undefined || rules.kinds.includes(kind) ? [] : [fault('/kind', 'kind-out-of-scope', rules)]),
    ...(industryId === undefined || industry ? [] : [fault('/industryId', 'industry-out-of-scope', rules)]),
    ...(industry === undefined ||
    main === undefined ||
    industry.ipcPrefixes.some((prefix) => main.startsWith(prefix))
      ? []
      : [fault('/ipc/0', 'class-out-of-scope', rules)]),
  ];
}

const WORDS = {
  'kind-out-of-scope': { zh: '不受理该专利类型的预审', en: 'This kind of patent is not examined beforehand' },
  'industry-out-of-scope': {
    zh: '不属于预审产业领域',
    en: 'Not an industry whose filings are examined beforehand',
  },
  'class-out-of-scope': {
    zh: '主分类号不在所选产业的预审范围内',
    en: 'The main class is not in the scope of the industry',
  },
} as const satisfies Record<string, Bilingual>;

function fault(pointer: string, code: keyof typeof WORDS, { scope }: PreExaminationRules): Fault {
  const { zh, en } = WORDS[code];
  return { pointer, code, zh: `${zh}（${scope.zh}）`, en: `${en} (${scope.en})` };
}
