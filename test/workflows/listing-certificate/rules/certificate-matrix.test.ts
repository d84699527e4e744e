import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '../../../../workflows/listing-certificate/certificate.ts';
import type { CaseEntity, FieldAnswer } from '../../../../workflows/listing-certificate/contract.ts';
import { answerFaults } from '../../../../workflows/listing-certificate/rules/answer-faults.ts';
import {
  certificateMatrix,
  type DecidedAnswer,
} from '../../../../workflows/listing-certificate/rules/certificate-matrix.ts';
import { reviewPlan } from '../../../../workflows/listing-certificate/rules/review-plan.ts';
import type { Deadline } from '../../../../workflows/shared/deadline/task-clock.ts';
import { RULES } from './demonstration-rules.ts';

const { catalogue, ruleSet } = RULES;
const DECIDED_AT = '2026-06-05T10:00:00+08:00';
const DUE: Deadline = {
  dueAt: '2026-06-08T18:00:00+08:00',
  dueProvisional: false,
  clock: { fromOn: '2026-06-01', workingDays: 5, pauses: [], reminders: [] },
};
const PERIOD = { fromOn: '2023-01-01', toOn: '2025-12-31' };
const RECORD = {
  documentNumber: '示范罚〔2024〕1号',
  decidedOn: '2024-05-06',
  authority: '示范机关',
  behaviourKind: '示范行为',
  outcome: '罚款',
  repaired: true,
};

function entity(uscc: string, withinArea: boolean): CaseEntity {
  const authorisation = { signedOn: '2026-03-02', signatory: '某某', signatoryRole: 'principal' } as const;
  return { uscc, name: uscc, relation: 'subsidiary', authorisation, withinArea };
}

const findings = fc.constantFrom('no-record', 'records', 'not-my-jurisdiction');

/** Answers every question of the plan, each cell by `finding`. */
function answered(
  plan: ReturnType<typeof reviewPlan>,
  finding: (uscc: string, fieldId: string) => FieldAnswer['finding'],
): DecidedAnswer[] {
  return plan.map((question) => ({
    departmentId: question.departmentId,
    decidedAt: DECIDED_AT,
    answer: {
      answers: question.usccs.flatMap((uscc) =>
        question.fieldIds.map((fieldId): FieldAnswer => {
          const found = finding(uscc, fieldId);
          return found === 'records'
            ? { uscc, fieldId, finding: found, records: [RECORD] }
            : { uscc, fieldId, finding: found };
        }),
      ),
    },
  }));
}

const outcomeOf = ({ reason, records, verdict }: MatrixCell) =>
  reason?.code ?? (records ? 'records' : verdict);

const plannable = fc.record({
  withinArea: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
  fields: fc.subarray(
    catalogue.fields.map((field) => field.id),
    { minLength: 1 },
  ),
});

describe('the review plan', () => {
  it('asks each department once, for all its fields and all entities inside the area', () => {
    const entities = [entity('A', true), entity('B', false), entity('C', true)];
    const plan = reviewPlan({
      caseId: 'case-1',
      entities,
      fields: ['tax', 'labour', 'social-security'],
      catalogue,
      dueDate: () => DUE,
    });
    expect(plan).toEqual([
      {
        taskId: 'case-1.social-security',
        departmentId: 'social-security',
        fieldIds: ['social-security', 'labour'],
        usccs: ['A', 'C'],
        promisedWorkingDays: 5,
        ...DUE,
      },
      {
        taskId: 'case-1.tax',
        departmentId: 'tax',
        fieldIds: ['tax'],
        usccs: ['A', 'C'],
        promisedWorkingDays: 3,
        ...DUE,
      },
    ]);
  });

  it('promises the longest time of the fields that are asked', () => {
    const own = { promisedWorkingDays: 9, promisedWorkingDaysSource: 'a test' };
    const fields = catalogue.fields.map((field) => (field.id === 'labour' ? { ...field, ...own } : field));
    const promised = (...asked: string[]) =>
      reviewPlan({
        caseId: 'case-1',
        entities: [entity('A', true)],
        fields: asked,
        catalogue: { ...catalogue, fields },
        dueDate: () => DUE,
      }).map(({ promisedWorkingDays }) => promisedWorkingDays);
    expect(promised('social-security')).toEqual([5]);
    expect(promised('labour')).toEqual([9]);
    expect(promised('labour', 'social-security', 'tax')).toEqual([9, 3]);
  });

  it('asks nobody where every entity is outside the area', () => {
    const plan = reviewPlan({
      caseId: 'case-1',
      entities: [entity('A', false)],
      fields: ['tax'],
      catalogue,
      dueDate: () => DUE,
    });
    expect(plan).toEqual([]);
  });
});

describe('the matrix', () => {
  it('has every cell exactly once and says what the department said, or why it is not certified', () => {
    fc.assert(
      fc.property(plannable, fc.infiniteStream(findings), ({ withinArea, fields }, stream) => {
        const entities = withinArea.map((within, index) => entity(`E${index}`, within));
        const plan = reviewPlan({ caseId: 'c', entities, fields, catalogue, dueDate: () => DUE });
        const said = new Map<string, string>();
        const answers = answered(plan, (uscc, fieldId) => {
          const finding = stream.next().value ?? 'no-record';
          said.set(`${uscc} ${fieldId}`, finding);
          return finding;
        });

        const matrix = certificateMatrix({ entities, fields, catalogue, ruleSet, answers, byRecord: [] });

        const keys = matrix.map((cell) => `${cell.uscc} ${cell.fieldId}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).toHaveLength(entities.length * fields.length);
        for (const cell of matrix) {
          const finding = said.get(`${cell.uscc} ${cell.fieldId}`) ?? 'outside-the-area';
          expect(outcomeOf(cell)).toBe(finding);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is refused where a department has not answered', () => {
    const entities = [entity('A', true)];
    const missing = () =>
      certificateMatrix({ entities, fields: ['tax'], catalogue, ruleSet, answers: [], byRecord: [] });
    expect(missing).toThrow(/tax has not answered/);
  });

  it('says no record of a field that a register answered, and still nothing of an entity outside the area', () => {
    const entities = [entity('A', true), entity('B', false)];
    const byRecord = [
      {
        departmentId: 'tax',
        fieldId: 'tax',
        registerVersion: 3,
        registerLoadedAt: '2026-06-01T02:00:00+08:00',
        coverage: { fromOn: '2020-01-01', toOn: '2026-05-31' },
        answeredAt: DECIDED_AT,
      },
    ];

    const matrix = certificateMatrix({
      entities,
      fields: ['tax'],
      catalogue,
      ruleSet,
      answers: [],
      byRecord,
    });

    expect(matrix.map((cell) => [cell.uscc, outcomeOf(cell), cell.decidedAt])).toEqual([
      ['A', 'no-record', DECIDED_AT],
      ['B', 'outside-the-area', undefined],
    ]);
  });
});

describe('an answer', () => {
  const asked = { usccs: ['A', 'B'], fieldIds: ['tax'] };
  const clean = (uscc: string): FieldAnswer => ({ uscc, fieldId: 'tax', finding: 'no-record' });

  it('to the plan has no faults when every cell is answered once', () => {
    fc.assert(
      fc.property(plannable, ({ withinArea, fields }) => {
        const entities = withinArea.map((within, index) => entity(`E${index}`, within));
        const plan = reviewPlan({ caseId: 'c', entities, fields, catalogue, dueDate: () => DUE });
        const answers = answered(plan, () => 'records');
        plan.forEach((question, index) => {
          const answer = answers[index]?.answer ?? { answers: [] };
          expect(answerFaults(answer, question, PERIOD)).toEqual([]);
        });
      }),
      { numRuns: 50 },
    );
  });

  it.each<[string, FieldAnswer[], string[]]>([
    ['leaves an entity out', [clean('A')], ['/answers answer-missing']],
    ['answers twice', [clean('A'), clean('B'), clean('A')], ['/answers/2 answer-duplicate']],
    ['answers what was not asked', [clean('A'), clean('B'), clean('C')], ['/answers/2 answer-not-asked']],
    [
      'lists a record outside the period',
      [
        clean('A'),
        { uscc: 'B', fieldId: 'tax', finding: 'records', records: [{ ...RECORD, decidedOn: '2026-01-01' }] },
      ],
      ['/answers/1/records/0/decidedOn record-outside-the-period'],
    ],
  ])('that %s is refused at its place', (_, answers, expected) => {
    const faults = answerFaults({ answers }, asked, PERIOD);
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });
});
