import { canonicalPatentNumber } from '../../shared/identifiers.ts';
import { type Cell, type Column, READ } from '../../shared/table/column.ts';
import type { LegalStatus } from '../registry/contract.ts';

/**
 * Columns of a file of the register, named as the patent search of the national office (CNIPA) names what it exports, with the names that
 * commercial services give them: the properties of {@link RegistryRecord}.
 */
export const REGISTER_COLUMNS: readonly Column[] = [
  {
    field: 'number',
    headings: ['申请号', '专利申请号'],
    read: (text) => ({ value: canonicalPatentNumber(text) }),
  },
  { field: 'title', headings: ['发明名称', '专利名称', '标题'], read: READ.text },
  { field: 'filedOn', headings: ['申请日'], optional: true, read: READ.date },
  { field: 'grantedOn', headings: ['授权公告日'], optional: true, read: READ.date },
  { field: 'grantPublicationNumber', headings: ['授权公告号'], optional: true, read: READ.text },
  { field: 'patentees', headings: ['申请（专利权）人', '专利权人', '当前权利人'], read: READ.list },
  { field: 'address', headings: ['申请人地址', '地址', '当前权利人地址'], optional: true, read: READ.text },
  { field: 'ipc', headings: ['IPC分类号', '主分类号'], read: ipcList },
  { field: 'legalStatus', headings: ['法律状态', '当前法律状态'], read: legalStatus },
  { field: 'abnormal', headings: ['非正常申请列入日期'], optional: true, read: abnormal },
];

function ipcList(text: string): Cell {
  const classes = text.split(/[;；,，|\n]/).map((one) => one.replaceAll(/\s|\([^)]*\)/g, ''));
  return { value: classes.filter((one) => one !== '') };
}

const STATUS: readonly (readonly [LegalStatus, RegExp])[] = [
  ['lapsed', /失效|无权|终止|无效|撤回|驳回|放弃|届满/],
  ['pending', /审中|在审|实质审查|公开/],
  ['in-force', /有效|有权|授权|专利权维持/],
];

function legalStatus(text: string): Cell {
  const found = STATUS.find(([status, words]) => status === text || words.test(text));
  if (found !== undefined) return { value: found[0] };
  return {
    wrong: {
      code: 'cell-legal-status',
      zh: '法律状态应为：有效、审中、失效',
      en: 'The legal status is in force, pending or lapsed (有效、审中、失效)',
    },
  };
}

function abnormal(text: string): Cell {
  const read = READ.date(text);
  return 'value' in read ? { value: { listedOn: read.value, list: '非正常专利申请名单' } } : read;
}
