import type * as z from 'zod';
import { financingDemandDesk } from '../financing-demand/desk-procedure.ts';
import { listingCertificateDesk } from '../listing-certificate/desk-procedure.ts';
import { listingObjectionDesk } from '../listing-certificate/objection/desk-procedure.ts';
import { patentFundingDesk } from '../patent-funding/desk-procedure.ts';
import { preExaminationDesk } from '../patent-funding/pre-examination/desk-procedure.ts';
import { patentRecoveryDesk } from '../patent-funding/recovery/desk-procedure.ts';
import type { DeskProcedure } from './desk-procedure.ts';

/** The procedures whose questions the desk puts, by the name of their workflow: one line each. */
const PROCEDURES: Readonly<Record<string, DeskProcedure>> = {
  'listing-certificate': listingCertificateDesk,
  'listing-objection': listingObjectionDesk,
  'patent-funding': patentFundingDesk,
  'patent-recovery': patentRecoveryDesk,
  'pre-examination': preExaminationDesk,
  'financing-demand': financingDemandDesk,
};

/** Names of all procedures. */
export function procedureNames(): string[] {
  return Object.keys(PROCEDURES);
}

/** @throws RangeError where no such procedure is registered */
export function procedureOf(workflow: string): DeskProcedure {
  const procedure = Object.hasOwn(PROCEDURES, workflow) ? PROCEDURES[workflow] : undefined;
  if (!procedure) throw new RangeError(`no procedure is called ${workflow}`);
  return procedure;
}

/** JSON Schemas of the answers of all procedures, for the API's document. */
export function answerSchemas(): object[] {
  return Object.values(PROCEDURES).map(({ answer }) => schemaOf(answer, 'input'));
}

/** JSON Schemas of what all procedures lay beside their questions. */
export function enclosureSchemas(): object[] {
  return Object.values(PROCEDURES).flatMap(({ enclosure }) =>
    enclosure ? [schemaOf(enclosure, 'output')] : [],
  );
}

/** JSON Schemas of the choices that answer many tasks at once. */
export function choiceSchemas(): object[] {
  return Object.values(PROCEDURES).flatMap(({ bulk }) => (bulk ? [schemaOf(bulk.choice, 'input')] : []));
}

function schemaOf(type: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...schema } = type.toJSONSchema({ io });
  return schema;
}
