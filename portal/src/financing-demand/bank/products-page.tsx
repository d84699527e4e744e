import '../financing.css';
import { ShowProducts } from '../../../../workflows/financing-demand/product/routes.ts';
import { ShowDemandCatalogue } from '../../../../workflows/financing-demand/routes.ts';
import type { Output } from '../../api/client.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useWhen } from '../../parts/when.tsx';
import type { Rules } from '../use-catalogue.ts';
import { ProductsEditor } from './products-editor.tsx';
import { ProductsFile } from './products-file.tsx';

type Catalogue = Output<typeof ShowProducts>;

/** The institution's own products, which demands are matched with. */
export function Component() {
  const say = useText();
  const products = useRoute(ShowProducts, {});
  const rules = useRoute(ShowDemandCatalogue, {});
  return (
    <>
      <PageTitle>{say({ zh: '信贷产品', en: 'Credit products' })}</PageTitle>
      <Shown of={rules}>
        {(known) => <Shown of={products}>{(data) => <Products kept={data} rules={known} />}</Shown>}
      </Shown>
    </>
  );
}

function Products({ kept, rules }: { readonly kept: Catalogue; readonly rules: Rules }) {
  const say = useText();
  const when = useWhen();
  return (
    <>
      <p className="quiet">
        {kept.version === 0
          ? say({
              zh: '登记的产品用于撮合融资需求。',
              en: 'Demands are matched with the products registered here.',
            })
          : say(
              {
                zh: '第 {n} 版，{who}于 {at} 更新；每一版都会保留。',
                en: 'Version {n}, by {who}, {at}; every version is kept.',
              },
              {
                n: kept.version,
                who: kept.changedBy?.personName ?? '',
                at: kept.changedAt ? when.time(kept.changedAt) : '',
              },
            )}
      </p>
      <ProductsFile version={kept.version} />
      <ProductsEditor kept={kept} rules={rules} />
    </>
  );
}
