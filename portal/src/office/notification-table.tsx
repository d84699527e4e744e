import { Tag } from 'antd';
import { Link } from 'react-router';
import type { Delivery, NotificationView } from '../../../workflows/shared/notifications/outbox-row.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { useDepartments } from '../parts/use-departments.ts';
import { useWhen } from '../parts/when.tsx';
import { RetryButton } from './retry-button.tsx';

const CHANNEL = {
  inbox: { zh: '站内', en: 'inbox' },
  mail: { zh: '邮件', en: 'mail' },
  sms: { zh: '短信', en: 'SMS' },
  'city-message': { zh: '市级消息', en: 'city message' },
} as const;
const CAME_TO = {
  PENDING: { text: { zh: '待发送', en: 'waiting' }, color: 'processing' },
  DELIVERED: { text: { zh: '已送达', en: 'delivered' }, color: 'success' },
  NOT_CONFIGURED: { text: { zh: '未开通', en: 'not set up' }, color: 'default' },
  NO_ADDRESS: { text: { zh: '无地址', en: 'no address' }, color: 'warning' },
  DEAD: { text: { zh: '失败', en: 'failed' }, color: 'error' },
} as const;

/** Who was told what, by which channel, with what success. */
export function NotificationTable({ rows }: { readonly rows: readonly NotificationView[] }) {
  const say = useText();
  const when = useWhen();
  return (
    <DataTable
      caption={say({ zh: '通知发送', en: 'Messages' })}
      rows={rows}
      rowKey={({ messageId }) => messageId}
      empty={say({ zh: '没有通知', en: 'Nothing here' })}
      columns={[
        { title: say({ zh: '通知', en: 'Message' }), cell: ({ title }) => say(title) },
        {
          title: say({ zh: '办件', en: 'Case' }),
          cell: (row) =>
            'caseId' in row ? (
              <Link className="unbroken" to={`/cases/${row.caseId}`}>
                {row.caseNumber}
              </Link>
            ) : (
              '—'
            ),
        },
        { title: say({ zh: '对象与结果', en: 'To whom, and how' }), cell: (row) => <Told row={row} /> },
        {
          title: say({ zh: '已尝试（次）', en: 'Attempts' }),
          numeric: true,
          cell: ({ attempts }) => attempts,
        },
        {
          title: say({ zh: '事件时间', en: 'When' }),
          cell: ({ at }) => <span className="unbroken">{when.time(at)}</span>,
        },
        {
          title: say({ zh: '操作', en: 'Change' }),
          cell: (row) => (row.state === 'DEAD' ? <RetryButton row={row} /> : '—'),
        },
      ]}
    />
  );
}

function Told({ row }: { readonly row: NotificationView }) {
  const say = useText();
  const department = useDepartments();
  const names = {
    applicant: () => ('applicantName' in row ? row.applicantName : ''),
    department: (id: string) => say(department(id)),
    office: () => say({ zh: '办公室', en: 'The office' }),
    bank: (id: string) => id,
  };
  return row.recipients.map(({ audience, organisationId, personId }, to) => (
    <div key={`${organisationId} ${personId}`} className="row tight">
      {[names[audience](organisationId), personId].filter(Boolean).join(' · ')}
      {row.deliveries
        .filter((delivery) => delivery.to === to)
        .map((delivery) => (
          <DeliveryTag key={delivery.channel} delivery={delivery} />
        ))}
    </div>
  ));
}

function DeliveryTag({ delivery: { channel, state, error } }: { readonly delivery: Delivery }) {
  const say = useText();
  const { text, color } = CAME_TO[state];
  return <Tag color={color}>{[say(CHANNEL[channel]), say(text), error].filter(Boolean).join(' ')}</Tag>;
}
