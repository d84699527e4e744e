import * as z from 'zod';
import { deskProcedure } from '../shared/desk-procedure.ts';
import { DemandDetail } from './contract.ts';

/** What the desk knows of this procedure: whom to tell, and under which name. It puts no question to a department. */
export const financingDemandDesk = deskProcedure({
  title: { zh: '融资需求', en: 'Financing demand' },
  detail: DemandDetail,
  question: z.strictObject({}),
  answer: z.strictObject({}),
  ownEnding: {
    zh: '融资需求请通过“关闭需求”结束，以便告知各机构',
    en: 'A financing demand is ended by closing it, so that the institutions are told',
  },
  questionOf: () => undefined,
  contactOf: ({ contact: { email, phone } }) => ({ email, phone }),
  partsOf: () => [],
  withoutParts: (question) => question,
  answerFaults: () => [],
});
