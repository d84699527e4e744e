import { Button } from 'antd';
import { useState } from 'react';
import type { Product } from '../../../../workflows/financing-demand/product/contract.ts';
import { judgeProducts } from '../../../../workflows/financing-demand/product/product-faults.ts';
import { ApiProblem } from '../../api/client.ts';
import { useText } from '../../language.tsx';
import { FaultSummary } from '../../parts/fault-summary.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import type { Rules } from '../use-catalogue.ts';
import { type DraftProduct, draftOf, newProduct, productOf } from './product-draft.ts';
import { ProductForm } from './product-form.tsx';
import { ProductTable } from './product-table.tsx';

interface Props {
  readonly kept: readonly Product[];
  readonly rules: Rules;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSave: (products: Product[]) => void;
}

/** All products at once: they are replaced as a whole. */
export function ProductsEditor({ kept, rules, pending, error, onSave }: Props) {
  const say = useText();
  const [products, setProducts] = useState<readonly DraftProduct[]>(() => kept.map(draftOf));
  const [edited, setEdited] = useState<number>();
  const [isChecked, setChecked] = useState(false);
  const judged = judgeProducts({ products: products.map(productOf) }, rules.catalogue);
  const told = error instanceof ApiProblem ? (error.problem.faults ?? []) : [];
  const faults = isChecked ? [...(judged.ok ? [] : judged.faults), ...told] : [];
  const current = edited === undefined ? undefined : products[edited];
  function save() {
    setChecked(true);
    if (judged.ok) onSave(judged.value.products);
  }
  return (
    <>
      <FaultSummary faults={faults} />
      {told.length === 0 && <ProblemAlert error={error} />}
      <ProductTable
        products={products}
        faulty={(index) => faults.some(({ pointer }) => pointer.startsWith(`/products/${index}/`))}
        onEdit={setEdited}
        onRemove={(index) => {
          setEdited(undefined);
          setProducts((all) => all.filter((_, at) => at !== index));
        }}
      />
      {current && edited !== undefined && (
        <ProductForm
          product={current}
          rules={rules}
          faultsAt={(name) =>
            faults
              .filter(({ pointer }) => pointer === `/products/${edited}/${name}`)
              .map((fault) => say(fault))
          }
          onChange={(next) => setProducts((all) => all.map((one, at) => (at === edited ? next : one)))}
        />
      )}
      <div className="bar">
        <Button
          onClick={() => {
            setProducts((all) => [...all, newProduct()]);
            setEdited(products.length);
          }}
        >
          {say({ zh: '添加产品', en: 'Add a product' })}
        </Button>
        <Button type="primary" loading={pending} onClick={save}>
          {say({ zh: '保存产品目录', en: 'Save the catalogue' })}
        </Button>
      </div>
    </>
  );
}
