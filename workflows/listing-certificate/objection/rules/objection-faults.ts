import * as z from 'zod';
import type { Fault } from '../../../shared/fault.ts';
import { type Shaped, shaped } from '../../../shared/shape-faults.ts';
import type { Limits } from '../../catalogue.ts';
import type { CertificateFacts, MatrixCell } from '../../certificate.ts';
import { attachmentFaults } from '../../rules/attachment-faults.ts';
import { Dispute, ObjectionSubmission } from '../contract.ts';
import type { ObjectionRules } from '../objection-rules.ts';
import { objectionFault } from './objection-fault.ts';

export interface ObjectionContext {
  /** What the disputed report says. */
  readonly facts: Pick<CertificateFacts, 'matrix'>;
  readonly rules: ObjectionRules;
  readonly limits: Limits;
}

/** Judges an objection as it came: the faults of its shape, and those of the rules for each part whose shape is right. */
export function judgeObjection(body: unknown, context: ObjectionContext): Shaped<ObjectionSubmission> {
  const whole = shaped(ObjectionSubmission, body);
  const { cells, attachments } = z
    .object({
      cells: z.array(z.unknown()).catch([]),
      attachments: ObjectionSubmission.shape.attachments.catch([]),
    })
    .catch({ cells: [], attachments: [] })
    .parse(body);
  const disputes = cells.map((cell) => Dispute.safeParse(cell).data);
  const faults = [
    ...(whole.ok ? [] : whole.faults),
    ...cellFaults(disputes, context),
    ...attachmentFaults(attachments, context.limits),
  ];
  return whole.ok && faults.length === 0 ? whole : { ok: false, faults };
}

type ReadableDispute = Dispute | undefined;

function cellFaults(disputes: readonly ReadableDispute[], { facts, rules }: ObjectionContext): Fault[] {
  const { maximumCells } = rules;
  const known = disputes.map((dispute) => dispute && cellOf(facts, dispute));
  const department = known.find((cell) => cell !== undefined)?.departmentId;
  const tooMany =
    disputes.length > maximumCells ? [objectionFault('/cells', 'cells-too-many', `≤ ${maximumCells}`)] : [];
  const each = disputes.flatMap((dispute, index) => {
    if (dispute === undefined) return [];
    const at = `/cells/${index}`;
    const about = `${dispute.uscc}, ${dispute.fieldId}`;
    if (disputes.findIndex((other) => isSameCell(other, dispute)) < index) {
      return [objectionFault(at, 'cell-duplicate', about)];
    }
    const cell = known[index];
    if (cell === undefined) return [objectionFault(at, 'cell-unknown', about)];
    if (cell.verdict !== 'records') return [objectionFault(at, 'cell-without-record', about)];
    const other = cell.departmentId === department ? [] : [objectionFault(at, 'another-department', about)];
    return [...other, ...documentFaults(dispute, cell, at)];
  });
  return [...tooMany, ...each];
}

function documentFaults({ documentNumbers }: Dispute, { records = [] }: MatrixCell, at: string): Fault[] {
  return documentNumbers.flatMap((documentNumber, index) =>
    records.some((record) => record.documentNumber === documentNumber)
      ? []
      : [objectionFault(`${at}/documentNumbers/${index}`, 'document-unknown', documentNumber)],
  );
}

function cellOf({ matrix }: ObjectionContext['facts'], dispute: Dispute): MatrixCell | undefined {
  return matrix.find((cell) => isSameCell(cell, dispute));
}

interface Place {
  readonly uscc: string;
  readonly fieldId: string;
}

function isSameCell(one: Place | undefined, other: Place): boolean {
  return one?.uscc === other.uscc && one.fieldId === other.fieldId;
}
