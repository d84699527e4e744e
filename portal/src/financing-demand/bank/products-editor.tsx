import { Button } from 'antd';
import { useState } from 'react';
import { judgeProducts } from '../../../../workflows/financing-demand/product/product-faults.ts';
import { ReplaceProducts, type ShowProducts } from '../../../../workflows/financing-demand/product/routes.ts';
import { ApiProblem, type Output } from '../../api/client.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile.tsx';
import { DraftState } from '../../parts/draft-state.tsx';
import { FaultSummary } from '../../parts/fault-summary.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { isLike } from '../../parts/use-draft.ts';
import { useFields } from '../../parts/use-fields.ts';
import type { Rules } from '../use-catalogue.ts';
import { type DraftProduct, draftOf, newProduct, productOf } from './product-draft.ts';
import { ProductForm } from './product-form.tsx';
import { ProductTable } from './product-table.tsx';

interface Props {
  readonly kept: Output<typeof ShowProducts>;
  readonly rules: Rules;
}

interface Listed {
  readonly products: readonly DraftProduct[];
}

const isProduct = isLike(newProduct());
const isListed = (kept: unknown) => ((kept as Partial<Listed>).products ?? []).every(isProduct);

/** All products at once: they are replaced as a whole. */
export function ProductsEditor({ kept, rules }: Props) {
  const say = useText();
  const form = useFields<Listed>('products', { products: kept.products.map(draftOf) }, isListed);
  const { products } = form.fields;
  const setProducts = (next: (all: Listed['products']) => Listed['products']) =>
    form.set((now) => ({ products: next(now.products) }));
  const [edited, setEdited] = useState<number>();
  const [isChecked, setChecked] = useState(false);
  const replace = useAction(ReplaceProducts, () => {
    form.discard();
    setEdited(undefined);
    setChecked(false);
  });
  const judged = judgeProducts({ products: products.map(productOf) }, rules.catalogue);
  const told = replace.error instanceof ApiProblem ? (replace.error.problem.faults ?? []) : [];
  const faults = isChecked ? [...(judged.ok ? [] : judged.faults), ...told] : [];
  const current = edited === undefined ? undefined : products[edited];
  function save() {
    setChecked(true);
    if (judged.ok) replace.mutate({ body: { products: judged.value.products }, version: kept.version });
  }
  return (
    <>
      {!replace.isPending && <ChangedMeanwhile form={form} />}
      <FaultSummary faults={faults} />
      {told.length === 0 && <ProblemAlert error={replace.error} />}
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
        <span className="row">
          <Button
            onClick={() => {
              setProducts((all) => [...all, newProduct()]);
              setEdited(products.length);
            }}
          >
            {say({ zh: '添加产品', en: 'Add a product' })}
          </Button>
          <Button type="primary" disabled={form.isOutdated} loading={replace.isPending} onClick={save}>
            {say({ zh: '保存产品目录', en: 'Save the catalogue' })}
          </Button>
        </span>
        <DraftState isKept={form.isKept} discard={form.discard} />
      </div>
    </>
  );
}
