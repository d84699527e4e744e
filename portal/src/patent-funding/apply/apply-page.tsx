import { Alert } from 'antd';
import { ListProgrammes } from '../../../../workflows/patent-funding/programmes/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { PATENT_FUNDING } from '../pages.ts';
import { ApplicationForm } from './application-form.tsx';

/** The application for the funding of patents. */
export function Component() {
  const say = useText();
  const programmes = useRoute(ListProgrammes, {});
  return (
    <>
      <PageTitle>
        {say({ zh: '申请{matter}', en: 'Apply: {matter}' }, { matter: say(PATENT_FUNDING.title) })}
      </PageTitle>
      <Shown of={programmes}>
        {({ items: [first, ...others] }) =>
          first ? (
            <ApplicationForm programmes={[first, ...others]} />
          ) : (
            <Alert
              type="info"
              showIcon
              title={say({ zh: '目前没有有效的资助项目', en: 'No funding programme is in effect' })}
            />
          )
        }
      </Shown>
    </>
  );
}
