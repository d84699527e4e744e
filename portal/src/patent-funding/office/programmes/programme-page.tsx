import { Alert } from 'antd';
import { useParams } from 'react-router';
import { programmeOn } from '../../../../../workflows/patent-funding/programmes/published.ts';
import type { ProgrammeRecord } from '../../../../../workflows/patent-funding/programmes/record.ts';
import { ReadProgramme } from '../../../../../workflows/patent-funding/programmes/routes.ts';
import { localDateOf } from '../../../../../workflows/shared/working-days.ts';
import { useRoute } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { PageTitle } from '../../../parts/page-title.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useNow } from '../../../parts/use-now.ts';
import { PATENT_PLACES } from '../../../shell/nav.ts';
import { SubNav } from '../../../shell/sub-nav.tsx';
import { ProgrammeFacts } from '../../programme-facts.tsx';
import { CloseProgrammeButton } from './close-programme.tsx';
import { Compared } from './compared.tsx';
import { Trial } from './trial.tsx';
import { VersionTable } from './version-table.tsx';

/** One programme: what holds today, its versions and how they differ, a trial on past applications, and its end. */
export function Component() {
  const { programmeId = '' } = useParams();
  const record = useRoute(ReadProgramme, { params: { programmeId } });
  return <Shown of={record}>{(data) => <ProgrammePage record={data} />}</Shown>;
}

function ProgrammePage({ record }: { readonly record: ProgrammeRecord }) {
  const say = useText();
  const todayOn = localDateOf(useNow());
  const present = programmeOn(record, todayOn);
  const { programmeId, versions, closure } = record;
  const name = (present ?? versions.at(-1)?.programme)?.name;
  return (
    <>
      <PageTitle>{name ? say(name) : programmeId}</PageTitle>
      <SubNav label={say({ zh: '专利资助', en: 'Patent funding' })} places={PATENT_PLACES} />
      <section className="panel">
        <h2>{say({ zh: '今天有效的规则', en: 'What holds today' })}</h2>
        {present ? (
          <ProgrammeFacts programme={present} />
        ) : (
          <Alert
            type="info"
            showIcon
            title={say({ zh: '该项目没有今天有效的版本', en: 'No version is in effect today' })}
          />
        )}
        {present && !closure && <CloseProgrammeButton programmeId={programmeId} />}
      </section>
      <section className="panel">
        <h2>{say({ zh: '版本', en: 'Versions' })}</h2>
        <VersionTable record={record} present={present?.version} />
      </section>
      {versions.length > 1 && <Compared versions={versions} />}
      <Trial programmeId={programmeId} versions={versions} />
    </>
  );
}
