import { ShowDemandCatalogue } from '../../../../workflows/financing-demand/routes.ts';
import { localDateOf } from '../../../../workflows/shared/working-days.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useNow } from '../../parts/use-now.ts';
import { FINANCING_DEMAND } from '../pages.ts';
import { DemandForm } from './demand-form.tsx';

/** A financing demand, with the consent without which nothing leaves. */
export function Component() {
  const say = useText();
  const todayOn = localDateOf(useNow());
  const rules = useRoute(ShowDemandCatalogue, {});
  return (
    <>
      <PageTitle>
        {say({ zh: '提交{matter}', en: 'New: {matter}' }, { matter: say(FINANCING_DEMAND.title) })}
      </PageTitle>
      <Shown of={rules}>{(data) => <DemandForm rules={data} todayOn={todayOn} />}</Shown>
    </>
  );
}
