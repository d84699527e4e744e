import { Input } from 'antd';
import { useState } from 'react';
import { VerifyAuditDay } from '../../../../workflows/shared/audit-routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { CaseChooser } from './case-chooser.tsx';
import { ExportPanel } from './export-audit.tsx';
import { RecentDays } from './recent-days.tsx';
import { Verified } from './verified.tsx';

/** The audit: of a case entry by entry, of a day against its anchor, and all of it to be checked elsewhere. */
export function Component() {
  const say = useText();
  const [day, setDay] = useState('');
  const verification = useRoute(VerifyAuditDay, day ? { params: { day } } : undefined);
  return (
    <>
      <PageTitle>{say({ zh: '审计', en: 'Audit' })}</PageTitle>
      <CaseChooser />
      <RecentDays />
      <section className="panel">
        <h2>{say({ zh: '核验某日的审计记录', en: 'Check the entries of a day' })}</h2>
        <Field label={say({ zh: '日期', en: 'Day' })} optional>
          {(control) => (
            <Input {...control} type="date" value={day} onChange={({ target }) => setDay(target.value)} />
          )}
        </Field>
        {day && <Shown of={verification}>{(data) => <Verified verification={data} />}</Shown>}
      </section>
      <ExportPanel />
    </>
  );
}
