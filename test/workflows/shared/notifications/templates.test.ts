import { describe, expect, it } from 'vitest';
import catalogues from '../../../../seeds/listing-certificate/catalogue.json' with { type: 'json' };
import policies from '../../../../seeds/notifications/delivery.json' with { type: 'json' };
import organisations from '../../../../seeds/notifications/organisations.json' with { type: 'json' };
import templates from '../../../../seeds/notifications/templates.json' with { type: 'json' };
import {
  placeholdersOf,
  templateFaults,
  textFor,
} from '../../../../workflows/shared/notifications/placeholders.ts';
import {
  DeliveryPolicy,
  Organisations,
  retryDelaySeconds,
  Templates,
} from '../../../../workflows/shared/notifications/rules.ts';

const NAMES = {
  procedure: () => ({ zh: '企业上市合规证明', en: 'Listing compliance certificate' }),
  organisation: (id: string) => ({ zh: `${id}部门`, en: `the ${id} department` }),
};

describe('the texts of seeds/notifications', () => {
  it.each(templates.map((one) => [one.version, one] as const))(
    'of %s tell every audience of every event, and name nothing that the event lacks',
    (_version, one) => {
      expect(templateFaults(Templates.parse(one))).toEqual([]);
    },
  );

  it('are found out where they name what the event lacks, or are not there', () => {
    const [first] = templates;
    if (!first) throw new Error('there is a version');
    const changed = Templates.parse(structuredClone(first));
    const applicant = { title: { zh: '{phone}', en: 'x' }, text: { zh: 'x', en: '{dueOn}' } };
    const faults = templateFaults({
      texts: { ...changed.texts, 'case-accepted': { applicant }, 'case-failed': {} },
    });
    expect(faults).toEqual([
      'case-accepted/applicant: {phone} is not of this event',
      'case-accepted/applicant: {dueOn} is not of this event',
      'case-failed/office: no text',
    ]);
  });

  it('never may name a person, and name dates and departments as people read them', () => {
    expect(placeholdersOf('question-put')).toEqual([
      'caseNumber',
      'applicant',
      'procedure',
      'department',
      'dueOn',
    ]);
  });

  it('read well with an event filled in', () => {
    const row = {
      kind: 'objection-decided',
      caseNumber: 'LC-2026-000001',
      applicantName: '重庆启元',
      workflow: 'listing-certificate',
      facts: { number: 'C-1', departmentId: 'tax', verdict: 'upheld' },
    } as const;
    const { title, text } = textFor(row, 'applicant', Templates.parse(templates[0]), NAMES);
    expect(title).toEqual({ zh: '异议处理结果：C-1，异议成立', en: 'Objection decided: C-1, upheld' });
    expect(text.en).toContain('the tax department');
  });

  it('put the due date in Asia/Shanghai', () => {
    const row = {
      kind: 'question-put',
      caseNumber: 'LC-2026-000001',
      applicantName: '重庆启元',
      workflow: 'listing-certificate',
      facts: { departmentId: 'tax', taskId: 't', dueAt: '2026-12-01T23:59:59+08:00' },
    } as const;
    expect(textFor(row, 'department', Templates.parse(templates[0]), NAMES).title.en).toContain('2026-12-01');
  });
});

describe('the organisations that are told', () => {
  it('are every department of every catalogue, and the office', () => {
    const departments = catalogues.flatMap((one) => one.departments.map(({ id }) => id));
    const known = Organisations.parse(organisations.at(-1)).organisations.map((one) => one.organisationId);
    expect(known).toEqual(expect.arrayContaining([...departments, 'office']));
    expect(new Set(known).size).toBe(known.length);
  });
});

describe('the delay after an attempt', () => {
  it('doubles from the first to the longest', () => {
    const policy = DeliveryPolicy.parse(policies[0]);
    const delays = [1, 2, 3, 9, 10, 12].map((attempts) => retryDelaySeconds(policy, attempts));
    expect(delays).toEqual([60, 120, 240, 15_360, 21_600, 21_600]);
  });
});
