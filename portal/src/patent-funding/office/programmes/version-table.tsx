import { Tag } from 'antd';
import { Link } from 'react-router';
import type { ProgrammeRecord } from '../../../../../workflows/patent-funding/programmes/record.ts';
import { PublishProgramme } from '../../../../../workflows/patent-funding/programmes/routes.ts';
import { useAction } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { inBoth } from '../../../parts/in-both.ts';
import { useWhen } from '../../../parts/when.tsx';

interface Props {
  readonly record: ProgrammeRecord;
  /** The version in effect today. */
  readonly present: string | undefined;
}

/** The versions, newest first; from each a new one may be drafted, and a draft is written further or published. */
export function VersionTable({ record: { programmeId, versions }, present }: Props) {
  const say = useText();
  const when = useWhen();
  return (
    <DataTable
      caption={say({ zh: '版本', en: 'Versions' })}
      rows={versions.toReversed()}
      rowKey={({ programme }) => programme.version}
      empty=""
      columns={[
        {
          title: say({ zh: '版本', en: 'Version' }),
          cell: ({ programme: { version } }) => <b className="due">{version}</b>,
        },
        {
          title: say({ zh: '状态', en: 'State' }),
          cell: ({ state, programme: { version } }) => (
            <Tag color={state === 'DRAFT' ? 'processing' : version === present ? 'success' : 'default'}>
              {say(STATE[state === 'DRAFT' ? 'DRAFT' : version === present ? 'PRESENT' : 'PUBLISHED'])}
            </Tag>
          ),
        },
        {
          title: say({ zh: '生效日期', en: 'In effect on' }),
          cell: ({ programme: { effectiveOn } }) => <span className="due">{when.date(effectiveOn)}</span>,
        },
        {
          title: say({ zh: '来源', en: 'Source' }),
          cell: ({ programme: { source } }) => say(inBoth(source)),
        },
        {
          title: say({ zh: '更新时间', en: 'Changed' }),
          cell: ({ changedAt }) =>
            changedAt ? (
              <span className="due">{when.time(changedAt)}</span>
            ) : (
              say({ zh: '随平台提供', en: 'With the platform' })
            ),
        },
        {
          title: say({ zh: '操作', en: 'Action' }),
          cell: ({ state, programme: { version } }) => (
            <div className="row tight">
              <Link
                className="due"
                to={`/office/patents/programmes/${programmeId}/draft?version=${encodeURIComponent(version)}`}
              >
                {state === 'DRAFT'
                  ? say({ zh: '继续编辑', en: 'Write on' })
                  : say({ zh: '以此起草新版本', en: 'Draft a new version' })}
              </Link>
              {state === 'DRAFT' && <PublishButton programmeId={programmeId} version={version} />}
            </div>
          ),
        },
      ]}
    />
  );
}

const STATE = {
  DRAFT: { zh: '草稿', en: 'Draft' },
  PRESENT: { zh: '有效', en: 'In effect' },
  PUBLISHED: { zh: '已发布', en: 'Published' },
} as const;

function PublishButton(params: { readonly programmeId: string; readonly version: string }) {
  const say = useText();
  const publish = useAction(PublishProgramme);
  return (
    <ConfirmButton
      label={say({ zh: '发布', en: 'Publish' })}
      question={say(
        {
          zh: '发布版本 {version}：自生效日期起适用于新受理的申请，发布后不可修改。',
          en: 'Publish version {version}: from its day on it holds for what is accepted then, and it never changes.',
        },
        params,
      )}
      pending={publish.isPending}
      error={publish.error}
      onConfirm={() => publish.mutateAsync({ params, body: {} })}
    />
  );
}
