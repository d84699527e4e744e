import { ShowPreExaminationScope } from '../../../../workflows/patent-funding/pre-examination/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { PRE_EXAMINATION } from '../pages.ts';
import { RegistrationForm } from './registration-form.tsx';

/** The registration of a filing for fast pre-examination. */
export function Component() {
  const say = useText();
  const scope = useRoute(ShowPreExaminationScope, {});
  return (
    <>
      <PageTitle>
        {say({ zh: '申请{matter}', en: 'Apply: {matter}' }, { matter: say(PRE_EXAMINATION.title) })}
      </PageTitle>
      <Shown of={scope}>{(rules) => <RegistrationForm rules={rules} />}</Shown>
    </>
  );
}
