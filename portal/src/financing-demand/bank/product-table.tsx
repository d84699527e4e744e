import { Button, Tag } from 'antd';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useNames } from '../use-catalogue.ts';
import type { DraftProduct } from './product-draft.ts';

interface Props {
  readonly products: readonly DraftProduct[];
  readonly faulty: (index: number) => boolean;
  readonly onEdit: (index: number) => void;
  readonly onRemove: (index: number) => void;
}

export function ProductTable({ products, faulty, onEdit, onRemove }: Props) {
  const say = useText();
  const names = useNames();
  return (
    <DataTable
      caption={say({ zh: '产品', en: 'Products' })}
      rows={products.map((product, index) => ({ product, index }))}
      rowKey={({ index }) => String(index)}
      empty={say({
        zh: '还没有产品。可逐项添加，也可上传电子表格。',
        en: 'No product yet. Add one, or upload a spreadsheet.',
      })}
      columns={[
        {
          title: say({ zh: '产品', en: 'Product' }),
          cell: ({ product: { name, productId }, index }) => (
            <div>
              <b>{name || say({ zh: '新产品', en: 'New product' })}</b>{' '}
              {faulty(index) && <Tag color="error">{say({ zh: '需修改', en: 'To mend' })}</Tag>}
              <div className="quiet">{productId}</div>
            </div>
          ),
        },
        {
          title: say({ zh: '类型', en: 'Facility' }),
          cell: ({ product }) => say(names.of('facilities', product.facility)),
        },
        {
          title: say({ zh: '金额（万元）', en: 'Amount (10,000 yuan)' }),
          numeric: true,
          cell: ({ product }) => `${product.amountFrom}–${product.amountTo}`,
        },
        {
          title: say({ zh: '期限（月）', en: 'Months' }),
          numeric: true,
          cell: ({ product }) => `${product.termFrom}–${product.termTo}`,
        },
        {
          title: say({ zh: '最低年利率', en: 'Rate from' }),
          numeric: true,
          cell: ({ product }) => `${product.rateFrom}%`,
        },
        {
          title: say({ zh: '操作', en: 'Action' }),
          cell: ({ index, product: { name } }) => (
            <span className="row">
              <Button size="small" onClick={() => onEdit(index)}>
                {say({ zh: '编辑', en: 'Edit' })} <span className="unseen">{name}</span>
              </Button>
              <Button size="small" onClick={() => onRemove(index)}>
                {say({ zh: '移除', en: 'Remove' })} <span className="unseen">{name}</span>
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
}
