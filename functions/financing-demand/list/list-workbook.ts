import writeExcelFile from 'write-excel-file/node';
import type { DemandCatalogue } from '../../../workflows/financing-demand/catalogue.ts';
import type { Delivery, ListItemKind } from '../../../workflows/financing-demand/list/contract.ts';
import { type SheetColumn, sheetOf } from '../../shared/workbook/columns.ts';

const KIND: Readonly<Record<ListItemKind, string>> = {
  NEW: '新增',
  CHANGED: '变更',
  CLOSED: '关闭',
  CONSENT_WITHDRAWN: '授权撤回',
};
const yuan = (fen: number | undefined) => (fen === undefined ? undefined : fen / 100);

/** The items of a list as a workbook of Chinese offices; what the institution may not see is left empty. */
export function listWorkbook(items: readonly Delivery[], catalogue: DemandCatalogue): Promise<Buffer> {
  return writeExcelFile([sheetOf('需求清单', columns(catalogue), items)]).toBuffer();
}

function columns({
  facilities,
  industries,
  securities,
  ladderLevels,
}: DemandCatalogue): SheetColumn<Delivery>[] {
  const nameIn = (entries: DemandCatalogue['facilities'], id: string | undefined) =>
    entries.find((entry) => entry.id === id)?.name.zh ?? id;
  const terms = (heading: string, width: number, cell: (of: NonNullable<Delivery['demand']>) => Cell) => ({
    heading,
    width,
    cell: ({ demand }: Delivery) => demand && cell(demand),
  });
  return [
    { heading: '清单号', width: 8, cell: ({ listNumber }) => listNumber },
    { heading: '序号', width: 6, cell: ({ position }) => position },
    { heading: '类别', width: 10, cell: ({ kind }) => KIND[kind] },
    { heading: '需求编号', width: 38, cell: ({ demandId }) => demandId },
    terms('企业名称', 30, ({ identity }) => identity?.name ?? '（未授权）'),
    terms('统一社会信用代码', 22, ({ identity }) => identity?.uscc),
    terms('联系人', 12, ({ identity }) => identity?.contact.name),
    terms('联系电话', 16, ({ identity }) => identity?.contact.phone),
    terms('融资类型', 16, (one) => nameIn(facilities, one.terms.facility)),
    terms('最低金额（元）', 16, (one) => yuan(one.terms.amountFromFen)),
    terms('最高金额（元）', 16, (one) => yuan(one.terms.amountToFen)),
    terms('期限（月）', 10, (one) => one.terms.termMonths),
    terms('可接受最高年利率（%）', 14, (one) => one.terms.highestRateBasisPoints / 100),
    terms('用途', 30, (one) => one.terms.purpose),
    terms('担保方式', 20, (one) => one.terms.securities.map((id) => nameIn(securities, id)).join('、')),
    terms('行业', 16, (one) => nameIn(industries, one.terms.industry)),
    terms('需用日期', 12, (one) => one.terms.neededByOn),
    terms('有效期至', 12, (one) => one.terms.validUntilOn),
    terms('首贷', 8, (one) => (one.terms.firstLoan ? '是' : '否')),
    terms('紧急', 8, (one) => (one.terms.urgent ? '是' : '否')),
    terms('培育层级', 20, ({ ladder }) => nameIn(ladderLevels, ladder?.level)),
    terms('已获资助专利（件）', 12, ({ patents }) => patents?.funded),
    terms('有效合规证明（份）', 12, ({ certificates }) => certificates?.valid),
    terms('销售收入（元，企业申报）', 18, ({ tax }) => yuan(tax?.salesFen)),
    terms('纳税（元，企业申报）', 16, ({ tax }) => yuan(tax?.taxPaidFen)),
    terms('纳税信用', 10, ({ tax }) => tax?.creditGrade),
    terms('参保人数（企业申报）', 12, (one) => one['social-security']?.insuredPersons),
  ];
}

type Cell = string | number | undefined;
