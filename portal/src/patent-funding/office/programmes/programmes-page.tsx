import { Tag } from 'antd';
import { Link } from 'react-router';
import { programmeOn } from '../../../../../workflows/patent-funding/programmes/published.ts';
import type { ProgrammeRecord } from '../../../../../workflows/patent-funding/programmes/record.ts';
import { ListProgrammeRecords } from '../../../../../workflows/patent-funding/programmes/routes.ts';
import { localDateOf } from '../../../../../workflows/shared/working-days.ts';
import { useRoute } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { PageTitle } from '../../../parts/page-title.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useNow } from '../../../parts/use-now.ts';
import { useWhen } from '../../../parts/when.tsx';
import { PATENT_PLACES } from '../../../shell/nav.ts';
import { SubNav } from '../../../shell/sub-nav.tsx';

/** 资助项目: every programme, what holds today, what is being drafted. */
export function Component() {
  const say = useText();
  const records = useRoute(ListProgrammeRecords, {});
  return (
    <>
      <PageTitle>{say({ zh: '资助项目', en: 'Funding programmes' })}</PageTitle>
      <SubNav label={say({ zh: '专利资助', en: 'Patent funding' })} places={PATENT_PLACES} />
      <p className="row">
        <Link className="button-link" to="/office/patents/programmes/new/draft">
          {say({ zh: '起草新项目', en: 'Draft a new programme' })}
        </Link>
        <Link to="/programmes">{say({ zh: '查看对外公布的项目', en: 'As the public sees them' })}</Link>
      </p>
      <Shown of={records}>{({ items }) => <Records items={items} />}</Shown>
    </>
  );
}

function Records({ items }: { readonly items: readonly ProgrammeRecord[] }) {
  const say = useText();
  const todayOn = localDateOf(useNow());
  const when = useWhen();
  const isClosed = (record: ProgrammeRecord) =>
    record.closure !== undefined || programmeOn(record, todayOn)?.closedByRule !== undefined;
  const drafts = ({ versions }: ProgrammeRecord) => versions.filter(({ state }) => state === 'DRAFT').length;
  return (
    <DataTable
      caption={say({ zh: '资助项目', en: 'Funding programmes' })}
      rows={items}
      rowKey={({ programmeId }) => programmeId}
      empty={say({ zh: '还没有资助项目', en: 'No programme yet' })}
      columns={[
        {
          title: say({ zh: '项目', en: 'Programme' }),
          cell: (record) => (
            <Link to={`/office/patents/programmes/${record.programmeId}`}>
              {say((programmeOn(record, todayOn) ?? lastOf(record)).name)}
            </Link>
          ),
        },
        { title: say({ zh: '项目编号', en: 'Id' }), cell: ({ programmeId }) => programmeId },
        {
          title: say({ zh: '有效版本', en: 'In effect' }),
          cell: (record) =>
            programmeOn(record, todayOn)?.version ?? <Tag>{say({ zh: '尚未生效', en: 'None yet' })}</Tag>,
        },
        {
          title: say({ zh: '授权公告日', en: 'Granted' }),
          cell: (record) => {
            const { firstGrantOn, lastGrantOn } = programmeOn(record, todayOn) ?? lastOf(record);
            return when.period({ fromOn: firstGrantOn, toOn: lastGrantOn });
          },
        },
        {
          title: say({ zh: '版本数', en: 'Versions' }),
          numeric: true,
          cell: ({ versions }) => versions.length,
        },
        {
          title: say({ zh: '状态', en: 'State' }),
          cell: (record) => (
            <div>
              {isClosed(record) && <Tag color="error">{say({ zh: '已终止', en: 'Closed' })}</Tag>}
              {drafts(record) > 0 && (
                <Tag color="processing">
                  {say({ zh: '{n} 个草稿', en: '{n} drafts' }, { n: drafts(record) })}
                </Tag>
              )}
              {!isClosed(record) && drafts(record) === 0 && (
                <Tag color="success">{say({ zh: '执行中', en: 'Open' })}</Tag>
              )}
            </div>
          ),
        },
      ]}
    />
  );
}

function lastOf({ programmeId, versions }: ProgrammeRecord) {
  const last = versions.at(-1)?.programme;
  if (!last) throw new Error(`${programmeId} has no version`);
  return last;
}
