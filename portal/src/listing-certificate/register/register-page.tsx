import { Alert } from 'antd';
import { ShowRegister } from '../../../../workflows/listing-certificate/register/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { LoadForm } from './load-form.tsx';
import { LoadTable } from './load-table.tsx';
import { useOwnFields } from './own-fields.ts';
import { RegisterFacts } from './register-facts.tsx';
import { SettingsForm } from './settings-form.tsx';

/** 部门记录库: what is in force, of which fields clean results go out at once, and how to load the next version. */
export function Component() {
  const say = useText();
  const register = useRoute(ShowRegister, {});
  const fields = useOwnFields();
  return (
    <>
      <PageTitle>{say({ zh: '部门记录库', en: 'Register of records' })}</PageTitle>
      {fields === undefined && <Loading />}
      {fields?.length === 0 && (
        <Alert
          type="info"
          showIcon
          title={say({
            zh: '本部门在上市合规证明中没有承办领域，不需要记录库。',
            en: 'Your department answers for no field of the listing certificate: it needs no register.',
          })}
        />
      )}
      {fields && fields.length > 0 && (
        <Shown of={register}>
          {({ head, settings, settingsVersion, loads }) => (
            <>
              <RegisterFacts head={head} />
              <SettingsForm settings={settings} version={settingsVersion} fields={fields} />
              <LoadForm head={head} fields={fields} />
              <h2>{say({ zh: '加载记录', en: 'Loads' })}</h2>
              <LoadTable loads={loads} />
            </>
          )}
        </Shown>
      )}
    </>
  );
}
