import type { CertificateFacts, MatrixCell } from '../../../workflows/listing-certificate/certificate.ts';

const FIELD_NAMES = [
  ['生态环境', 'Environment'],
  ['社会保险', 'Social insurance'],
  ['住房和城乡建设', 'Housing and construction'],
  ['市场监督管理', 'Market supervision'],
  ['税务', 'Tax'],
  ['应急管理（安全生产）', 'Emergency management (work safety)'],
  ['住房公积金', 'Housing provident fund'],
  ['卫生健康', 'Health'],
  ['规划和自然资源', 'Planning and natural resources'],
  ['交通运输', 'Transport'],
  ['消防救援', 'Fire and rescue'],
  ['劳动保障', 'Labour'],
  ['医疗保障', 'Health insurance'],
  ['城市管理', 'Urban management'],
  ['文化和旅游', 'Culture and tourism'],
  ['农业农村', 'Agriculture'],
  ['水利', 'Water'],
  ['知识产权', 'Intellectual property'],
  ['药品监督管理', 'Drug administration'],
  ['海关', 'Customs'],
] as const;

const RELATIONS = ['applicant', 'subsidiary', 'subsidiary', 'branch', 'controlling-shareholder'] as const;

/** Facts of a certificate for so many entities and fields; each seventh cell has records, each eleventh is not certified. */
export function sampleFacts(entities = 5, fields = 5): CertificateFacts {
  const entityList = Array.from({ length: entities }, (_, index) => ({
    uscc: `91500000MA5U${String(index).padStart(5, '0')}X`,
    name: index === 0 ? '重庆启元精密仪器股份有限公司' : `启元第${index}（重庆）智能装备制造有限责任公司`,
    relation: RELATIONS[Math.min(index, 4)] ?? 'subsidiary',
    withinArea: index % 5 !== 4,
  }));
  const fieldList = Array.from({ length: fields }, (_, index) => {
    const [zh, en] = FIELD_NAMES[index % FIELD_NAMES.length] ?? FIELD_NAMES[0];
    return {
      id: `field-${index}`,
      name: { zh, en },
      departmentId: `department-${index}`,
      departmentName: { zh: `两江新区${zh}主管部门`, en: `${en} department` },
    };
  });
  return {
    number: '两江合规〔2026〕000123号',
    verificationCode: 'K7QM-3XRT-9PWD',
    caseId: '0198f2a4-7d1e-7000-8000-000000000001',
    caseNumber: 'LC-2026-000123',
    issuedAt: '2026-11-20T15:42:07+08:00',
    applicant: { uscc: entityList[0]?.uscc ?? '', name: entityList[0]?.name ?? '' },
    entities: entityList,
    fields: fieldList,
    matrix: entityList.flatMap((entity, row) =>
      fieldList.map((field, column) => cell(entity, field, row * fields + column)),
    ),
    byRecord: [],
    period: { fromOn: '2023-11-01', toOn: '2026-10-31' },
    purpose: { kind: 'initial-public-offering', board: 'sse-star' },
    ruleSet: {
      id: 'listing-compliance',
      version: '2026-1',
      effectiveOn: '2026-01-01',
      source: '《示例目录》2026年版（演示值）',
      statement: {
        zh: '计入记录的行为：适用普通程序作出的行政处罚、列入严重违法失信名单；适用简易程序的警告和小额罚款不计入。',
        en: 'Counted: penalties by the ordinary procedure and entries in the list of serious breaches; warnings and small fines by the summary procedure are not.',
      },
      countedBehaviours: [{ code: 'ordinary', name: { zh: '普通程序', en: 'Ordinary procedure' } }],
      uncountedBehaviours: [{ code: 'summary', name: { zh: '简易程序', en: 'Summary procedure' } }],
    },
    statusPlace: { list: '2026-1', index: 122 },
  };
}

function cell(
  entity: CertificateFacts['entities'][number],
  field: CertificateFacts['fields'][number],
  index: number,
): MatrixCell {
  const at = {
    uscc: entity.uscc,
    fieldId: field.id,
    departmentId: field.departmentId,
    decidedAt: '2026-11-18T10:00:00+08:00',
  };
  if (!entity.withinArea) {
    const reason = { code: 'outside-the-area', zh: '该主体不在本区登记', en: 'Registered outside the area' };
    return { ...at, verdict: 'not-certified', reason };
  }
  if (index % 11 === 10) {
    const reason = { code: 'not-my-jurisdiction', zh: '不属于本部门管辖', en: 'Not within the jurisdiction' };
    return { ...at, verdict: 'not-certified', reason };
  }
  if (index % 7 !== 6) return { ...at, verdict: 'no-record' };
  return {
    ...at,
    verdict: 'records',
    records: [
      {
        documentNumber: `渝两江环罚〔2024〕${index}号`,
        decidedOn: '2024-05-17',
        authority: '重庆两江新区生态环境主管部门',
        behaviourKind: '未按照规定保存环境监测原始记录',
        outcome: '罚款人民币二万元，责令改正；已缴纳罚款并完成整改，经信用修复后不再公示。',
        repaired: true,
      },
    ],
  };
}
