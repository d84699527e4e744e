import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import type { RegisterLoad } from '../../../../workflows/listing-certificate/register/contract.ts';
import { ReadRegisterLoad } from '../../../../workflows/listing-certificate/register/routes.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { useRoute } from '../../api/use-route.ts';
import { listed, useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useWhen } from '../../parts/when.tsx';
import { useFieldNames } from '../answer/use-field-names.ts';
import { BadLines } from './bad-lines.tsx';
import { LOAD_STATUS } from './words.ts';

type Kind = 'success' | 'error' | 'info' | 'warning';

const TOLD: Readonly<Record<RegisterLoad['status'], { readonly type: Kind; readonly text: Bilingual }>> = {
  AWAITING_FILE: {
    type: 'warning',
    text: {
      zh: '文件尚未传完，或刚刚传完、即将开始核对。如长时间如此，请重新加载。',
      en: 'The file has not arrived, or did just now. If it stays so, load it again.',
    },
  },
  LOADING: {
    type: 'info',
    text: {
      zh: '正在逐行核对，可以离开本页，结果会保留。',
      en: 'Its lines are being checked. You may leave; the outcome stays here.',
    },
  },
  LOADED: { type: 'success', text: { zh: '已成为现行版本。', en: 'It is a version of the register.' } },
  REFUSED: {
    type: 'error',
    text: {
      zh: '文件有不合格的行，记录库保持原样。请按下表改正后重新加载。',
      en: 'The file has bad lines, and the register stays as it was. Mend them and load it again.',
    },
  },
  SUPERSEDED: {
    type: 'warning',
    text: {
      zh: '之后的一次加载已生效，本次未采用。',
      en: 'A later load is in force; this one was not taken.',
    },
  },
  FAILED: {
    type: 'error',
    text: {
      zh: '加载中断，记录库保持原样。请重新加载。',
      en: 'It broke off, and the register stays as it was. Load it again.',
    },
  },
};

/** How a load went: under way, in force, or everything wrong with the file. Whoever comes right after the start is ahead of the first step. */
export function Component() {
  const say = useText();
  const { loadId = '' } = useParams();
  const load = useRoute(ReadRegisterLoad, { params: { loadId } }, ({ endedAt }) => endedAt === undefined);
  return (
    <>
      <PageTitle>{say({ zh: '记录库加载结果', en: 'How the load went' })}</PageTitle>
      <p>
        <Link to="/desk/register">{say({ zh: '返回记录库', en: 'Back to the register' })}</Link>
      </p>
      <Shown of={load}>{(data) => <LoadFacts load={data} />}</Shown>
    </>
  );
}

function LoadFacts({ load }: { readonly load: RegisterLoad }) {
  const say = useText();
  const when = useWhen();
  const name = useFieldNames();
  const { type, text } = TOLD[load.status];
  const facts: readonly (readonly [string, string | number])[] = [
    [
      say({ zh: '文件', en: 'File' }),
      `${load.format.toUpperCase()} · ${Math.ceil(load.sizeBytes / 1024)} KB`,
    ],
    [
      say({ zh: '覆盖领域', en: 'Fields' }),
      listed(
        load.fieldIds.map((id) => say(name(id))),
        say,
      ),
    ],
    [say({ zh: '覆盖期间', en: 'Coverage' }), when.period(load.coverage)],
    [say({ zh: '加载人', en: 'By' }), `${load.createdBy.personName} · ${when.time(load.createdAt)}`],
    [say({ zh: '版本', en: 'Version' }), load.version ?? '—'],
    [say({ zh: '记录数', en: 'Records' }), load.recordCount?.toLocaleString('en-US') ?? '—'],
  ];
  return (
    <>
      <div role="status">
        <Alert type={type} showIcon title={say(LOAD_STATUS[load.status].text)} description={say(text)} />
      </div>
      <section className="panel">
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {load.status === 'REFUSED' && <BadLines loadId={load.loadId} count={load.badLineCount ?? 0} />}
    </>
  );
}
