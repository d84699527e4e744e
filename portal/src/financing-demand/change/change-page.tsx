import { Alert } from 'antd';
import { useParams } from 'react-router';
import { ReadFinancingDemand } from '../../../../workflows/financing-demand/change/routes.ts';
import { ShowDemandCatalogue } from '../../../../workflows/financing-demand/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { END } from '../words.ts';
import { ChangeForm } from './change-form.tsx';

/** A demand that stands, changed: terms, declared figures, contact. The consent changes on the page of its case. */
export function Component() {
  const say = useText();
  const { demandId = '' } = useParams();
  const demand = useRoute(ReadFinancingDemand, { params: { demandId } });
  const rules = useRoute(ShowDemandCatalogue, {});
  return (
    <>
      <PageTitle>{say({ zh: '修改融资需求', en: 'Change the demand' })}</PageTitle>
      <Shown of={rules}>
        {(known) => (
          <Shown of={demand}>
            {(view) =>
              view.detail.ended ? (
                <Alert type="info" showIcon title={say(END[view.detail.ended.reason])} />
              ) : (
                <ChangeForm key={view.demandId} view={view} rules={known} />
              )
            }
          </Shown>
        )}
      </Shown>
    </>
  );
}
