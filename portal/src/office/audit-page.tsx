import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import {
  type AuditVerification,
  ExportAudit,
  VerifyAuditDay,
} from '../../../workflows/shared/audit-routes.ts';
import { useDownload } from '../api/use-download.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Shown } from '../parts/shown.tsx';

/** Checks the audit of a day against its anchor, and hands out what may be checked elsewhere. */
export function Component() {
  const say = useText();
  const [day, setDay] = useState('');
  const verification = useRoute(VerifyAuditDay, day ? { params: { day } } : undefined);
  const pages = useDownload(ExportAudit);
  return (
    <>
      <PageTitle>{say({ zh: '审计', en: 'Audit' })}</PageTitle>
      <section className="panel">
        <h2>{say({ zh: '核验某日的审计记录', en: 'Check the entries of a day' })}</h2>
        <Field label={say({ zh: '日期', en: 'Day' })} optional>
          {(control) => (
            <Input {...control} type="date" value={day} onChange={({ target }) => setDay(target.value)} />
          )}
        </Field>
        {day && <Shown of={verification}>{(data) => <Verified verification={data} />}</Shown>}
      </section>
      <section className="panel">
        <h2>{say({ zh: '导出', en: 'Export' })}</h2>
        <p>
          {say({
            zh: '导出最早的 1000 条审计记录（JSON Lines），可用 npm run verify-audit 离线核验；更多页请用接口。',
            en: 'The first 1000 entries as JSON Lines, to be checked offline by npm run verify-audit; further pages through the API.',
          })}
        </p>
        <ProblemAlert error={pages.error} />
        <Button
          loading={pages.isPending}
          onClick={() => pages.mutate({ input: { query: { limit: 1000 } }, name: 'audit.jsonl' })}
        >
          {say({ zh: '导出审计记录', en: 'Export' })}
        </Button>
      </section>
    </>
  );
}

function Verified({ verification }: { readonly verification: AuditVerification }) {
  const say = useText();
  const { whole, entries, cases, misfit, anchor } = verification;
  return (
    <Alert
      type={whole ? 'success' : 'error'}
      showIcon
      role="status"
      title={
        whole
          ? say(
              { zh: '完整：{n} 条记录，{cases} 个办件', en: 'Whole: {n} entries of {cases} cases' },
              { n: entries, cases },
            )
          : say({ zh: '不完整', en: 'Not whole' })
      }
      description={
        <>
          {misfit && <p>{misfit.what}</p>}
          <p>
            {anchor
              ? say({ zh: '当日锚定值 {hash}', en: 'Anchor of the day {hash}' }, { hash: anchor.hash })
              : say({ zh: '当日尚未锚定', en: 'The day is not anchored yet' })}
          </p>
        </>
      }
    />
  );
}
