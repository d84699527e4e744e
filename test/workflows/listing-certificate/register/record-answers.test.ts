import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannedQuestion } from '../../../../workflows/listing-certificate/contract.ts';
import {
  NO_SETTINGS,
  type RegisterRecord,
} from '../../../../workflows/listing-certificate/register/contract.ts';
import {
  answersAlone,
  type ReadRegister,
  recordPlan,
} from '../../../../workflows/listing-certificate/register/rules/record-answers.ts';
import { RULES } from '../rules/demonstration-rules.ts';

const { ruleSet } = RULES;
const period = { fromOn: '2023-06-01', toOn: '2026-05-31' };
const answeredAt = '2026-06-01T10:00:00+08:00';

const QUESTION: PlannedQuestion = {
  taskId: 'case-1.social-security',
  departmentId: 'social-security',
  fieldIds: ['social-security', 'labour'],
  usccs: ['A', 'B'],
  promisedWorkingDays: 5,
  dueAt: '2026-06-08T23:59:59+08:00',
  dueProvisional: false,
  clock: { fromOn: '2026-06-01', workingDays: 5, pauses: [], reminders: [] },
};

const RECORD: RegisterRecord = {
  uscc: 'A',
  fieldId: 'labour',
  behaviour: 'administrative-penalty-ordinary',
  documentNumber: '示范罚〔2024〕1号',
  decidedOn: '2024-05-06',
  authority: '示范机关',
  behaviourKind: '示范行为',
  outcome: '罚款',
  repaired: true,
};

function register(records: readonly RegisterRecord[], change: Partial<ReadRegister> = {}): ReadRegister {
  return {
    head: {
      departmentId: 'social-security',
      loadId: 'load-3',
      fieldIds: ['social-security', 'labour'],
      coverage: { fromOn: '2020-01-01', toOn: '2026-05-31' },
      version: 3,
      recordCount: records.length,
      loadedAt: '2026-06-01T02:00:00+08:00',
    },
    settings: { fieldsByRecord: ['social-security', 'labour'], maximumAgeDays: 0 },
    records,
    ...change,
  };
}

const plan = (registers: readonly ReadRegister[], questions = [QUESTION]) =>
  recordPlan({ questions, registers, period, ruleSet, answeredAt });

describe('a plan by record', () => {
  it('asks nobody where the register has no record, and says from which version it knows', () => {
    const { questions, byRecord } = plan([register([])]);

    expect(questions).toEqual([]);
    expect(byRecord).toEqual(
      QUESTION.fieldIds.map((fieldId) => ({
        departmentId: 'social-security',
        fieldId,
        registerVersion: 3,
        registerLoadedAt: '2026-06-01T02:00:00+08:00',
        coverage: { fromOn: '2020-01-01', toOn: '2026-05-31' },
        answeredAt,
      })),
    );
  });

  it('asks the officer about the field with a record only, and shows the record', () => {
    const { questions, byRecord, found } = plan([register([RECORD])]);

    expect(questions).toEqual([{ ...QUESTION, fieldIds: ['labour'] }]);
    expect(byRecord.map(({ fieldId }) => fieldId)).toEqual(['social-security']);
    expect(found.get(QUESTION.taskId)).toMatchObject({ registerVersion: 3, records: [RECORD], omitted: 0 });
  });

  it('asks the officer about everything where no register was ever loaded', () => {
    expect(plan([])).toEqual({ questions: [QUESTION], byRecord: [], found: new Map() });
  });

  it('asks the officer about a field the department did not choose, and shows that the register has nothing', () => {
    const { questions, found } = plan([register([], { settings: NO_SETTINGS })]);

    expect(questions).toEqual([QUESTION]);
    expect(found.get(QUESTION.taskId)).toMatchObject({ records: [], omitted: 0 });
  });

  it.each<[string, Partial<RegisterRecord>]>([
    ['of a behaviour the rule set leaves out', { behaviour: 'administrative-penalty-summary' }],
    ['decided the day before the period', { decidedOn: '2023-05-31' }],
    ['decided the day after the period', { decidedOn: '2026-06-01' }],
    ['of an entity that is not asked', { uscc: 'C' }],
    ['of a field that is not asked', { fieldId: 'safety' }],
  ])('answers by record in spite of a record %s', (_, change) => {
    expect(plan([register([{ ...RECORD, ...change }])]).questions).toEqual([]);
  });

  it.each<[string, Partial<RegisterRecord>]>([
    ['decided on the first day of the period', { decidedOn: period.fromOn }],
    ['decided on the last day of the period', { decidedOn: period.toOn }],
    ['that was repaired', { repaired: true }],
    ['of a behaviour the rule set does not know', { behaviour: 'of-another-rule-set' }],
  ])('goes to the officer with a record %s', (_, change) => {
    const record = { ...RECORD, ...change };
    expect(plan([register([record])]).found.get(QUESTION.taskId)?.records).toEqual([record]);
  });

  it('shows the newest records first and says how many did not fit', () => {
    const many = Array.from({ length: 400 }, (_, index) => ({
      ...RECORD,
      documentNumber: `第${index}号`,
      decidedOn: `2024-01-${String((index % 28) + 1).padStart(2, '0')}`,
      outcome: '罚'.repeat(300),
    }));

    const shown = plan([register(many)]).found.get(QUESTION.taskId);

    const days = shown?.records.map(({ decidedOn }) => decidedOn) ?? [];
    expect(days).toEqual([...days].sort().reverse());
    expect(shown?.omitted).toBeGreaterThan(0);
    expect(days.length + (shown?.omitted ?? 0)).toBe(many.length);
  });

  it('neither loses a field nor answers it twice, and never answers one that has a record', () => {
    const records = fc.array(
      fc.record({
        uscc: fc.constantFrom('A', 'B', 'C'),
        fieldId: fc.constantFrom('social-security', 'labour', 'safety'),
        behaviour: fc.constantFrom('court-judgment', 'administrative-penalty-summary'),
        decidedOn: fc.constantFrom('2023-05-31', '2023-06-01', '2025-01-01', '2026-06-01'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(records, fc.subarray(QUESTION.fieldIds), (drawn, fieldsByRecord) => {
        const all = drawn.map((part) => ({ ...RECORD, ...part }));
        const settings = { fieldsByRecord, maximumAgeDays: 0 };
        const { questions, byRecord, found } = plan([register(all, { settings })]);

        const left = questions.flatMap(({ fieldIds }) => fieldIds);
        const answered = byRecord.map(({ fieldId }) => fieldId);
        expect([...left, ...answered].sort()).toEqual([...QUESTION.fieldIds].sort());
        for (const { fieldId } of found.get(QUESTION.taskId)?.records ?? []) {
          expect(answered).not.toContain(fieldId);
        }
        for (const fieldId of answered) expect(fieldsByRecord).toContain(fieldId);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the silence of a register proves that there is no record', () => {
  const { head } = register([]);
  const settings = { fieldsByRecord: ['labour'], maximumAgeDays: 3 };

  it.each([
    ['within its coverage', 'labour', period, true],
    ['up to the last of the days it may be behind', 'labour', { ...period, toOn: '2026-06-03' }, true],
    ['not a day later', 'labour', { ...period, toOn: '2026-06-04' }, false],
    ['not before its coverage', 'labour', { ...period, fromOn: '2019-12-31' }, false],
    ['not in a field that was not chosen', 'social-security', period, false],
    ['not in a field the register does not cover', 'safety', period, false],
  ])('%s', (_, fieldId, asked, expected) => {
    const chosen = { ...settings, fieldsByRecord: [...settings.fieldsByRecord, 'safety'] };
    expect(answersAlone({ head, settings: chosen }, fieldId, asked)).toBe(expected);
  });
});
