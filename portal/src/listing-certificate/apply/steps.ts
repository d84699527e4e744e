import type { ComponentType } from 'react';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { ContactStep } from './contact-step.tsx';
import { EntitiesStep } from './entities-step.tsx';
import { FieldsStep } from './fields-step.tsx';
import type { FormProps } from './form.ts';
import { PeriodStep } from './period-step.tsx';
import { ReviewStep } from './review-step.tsx';

interface Step {
  readonly title: Bilingual;
  readonly Form: ComponentType<FormProps>;
  /** The parts of the request that are filled in here. */
  readonly parts: readonly string[];
}

export const STEPS: readonly Step[] = [
  { title: { zh: '集团主体', en: 'Entities' }, Form: EntitiesStep, parts: ['applicant', 'entities'] },
  { title: { zh: '核查领域', en: 'Fields' }, Form: FieldsStep, parts: ['fields'] },
  { title: { zh: '期间与用途', en: 'Period and purpose' }, Form: PeriodStep, parts: ['period', 'purpose'] },
  {
    title: { zh: '联系人与附件', en: 'Contact and files' },
    Form: ContactStep,
    parts: ['contact', 'attachments', 'attachmentIds'],
  },
  { title: { zh: '核对并提交', en: 'Check and send' }, Form: ReviewStep, parts: [] },
];

/** The step in which a fault is mended; the last one where it belongs to none. */
export function stepOf(pointer: string): number {
  const part = pointer.split('/')[1] ?? '';
  const index = STEPS.findIndex(({ parts }) => parts.includes(part));
  return index === -1 ? STEPS.length - 1 : index;
}

/** The step that an address names, counted from one; the first where it names none. */
export function stepAt(name: string | null): number {
  const index = Number(name) - 1;
  return STEPS[index] ? index : 0;
}
