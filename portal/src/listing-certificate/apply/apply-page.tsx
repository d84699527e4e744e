import { ShowListingCatalogue } from '../../../../workflows/listing-certificate/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { LISTING_CERTIFICATE } from '../pages.ts';
import { ApplicationForm } from './application-form.tsx';

/** The application for a listing compliance certificate. */
export function Component() {
  const say = useText();
  const rules = useRoute(ShowListingCatalogue, {});
  return (
    <>
      <PageTitle>
        {say({ zh: '申请{matter}', en: 'Apply: {matter}' }, { matter: say(LISTING_CERTIFICATE.title) })}
      </PageTitle>
      <Shown of={rules}>{(data) => <ApplicationForm rules={data} />}</Shown>
    </>
  );
}
