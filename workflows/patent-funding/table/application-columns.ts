import { type Column, READ } from '../../shared/table/column.ts';

/** Columns of the file of an application: the properties of {@link ClaimedPatent}. */
export const APPLICATION_COLUMNS: readonly Column[] = [
  { field: 'number', headings: ['申请号', '专利号', '专利申请号'], read: READ.text },
  { field: 'title', headings: ['发明名称', '专利名称'], read: READ.text },
  { field: 'grantedOn', headings: ['授权公告日', '授权日期'], read: READ.date },
  { field: 'grantPublicationNumber', headings: ['授权公告号'], read: READ.text },
  { field: 'patentees', headings: ['专利权人', '申请（专利权）人'], read: READ.list },
  { field: 'address', headings: ['第一申请人地址', '申请人地址', '地址'], read: READ.text },
  { field: 'feesFen', headings: ['已缴官方费用（元）'], read: READ.yuan },
  { field: 'receipts', headings: ['缴费票据号', '票据号'], read: READ.list },
  { field: 'receivedElsewhereFen', headings: ['已获其他资助（元）'], read: READ.yuan },
  { field: 'coOwnersWaive', headings: ['共有人放弃申领'], optional: true, read: READ.yesNo },
];
