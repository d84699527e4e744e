import { Button, Tag } from 'antd';
import { useState } from 'react';
import {
  ListDeliveryAttempts,
  ReplayDeliveries,
} from '../../../../workflows/financing-demand/endpoint/routes.ts';
import { useAction, usePages } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { More } from '../../parts/more.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Shown } from '../../parts/shown.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWhen } from '../../parts/when.tsx';

const ME = { institutionId: 'me' };
const VERDICT = {
  delivered: { text: { zh: '已送达', en: 'Delivered' }, color: 'success' },
  gone: { text: { zh: '地址已失效（410）', en: 'Gone (410)' }, color: 'error' },
  again: { text: { zh: '将重试', en: 'To be tried again' }, color: 'warning' },
  dead: { text: { zh: '已放弃', en: 'Given up' }, color: 'error' },
} as const;

/** Every attempt to push a list, and sending lists again by hand. */
export function Attempts() {
  const say = useText();
  const when = useWhen();
  const attempts = usePages(ListDeliveryAttempts, {}, ME);
  return (
    <section className="panel">
      <h2>{say({ zh: '推送记录', en: 'Attempts' })}</h2>
      <Replay />
      <Shown of={attempts}>
        {() => (
          <DataTable
            caption={say({ zh: '推送记录', en: 'Attempts' })}
            rows={attempts.items}
            rowKey={({ number, attempt, at }) => `${number} ${attempt} ${at}`}
            empty={say({ zh: '还没有推送', en: 'Nothing was pushed yet' })}
            columns={[
              { title: say({ zh: '期号', en: 'List' }), numeric: true, cell: ({ number }) => number },
              { title: say({ zh: '次数', en: 'Attempt' }), numeric: true, cell: ({ attempt }) => attempt },
              { title: say({ zh: '时间', en: 'When' }), cell: ({ at }) => when.time(at) },
              {
                title: say({ zh: '结果', en: 'Result' }),
                cell: ({ verdict }) => <Tag color={VERDICT[verdict].color}>{say(VERDICT[verdict].text)}</Tag>,
              },
              {
                title: say({ zh: '应答', en: 'Answer' }),
                cell: ({ status, failure }) => [status, failure].filter(Boolean).join(' ') || '—',
              },
              {
                title: say({ zh: '用时（毫秒）', en: 'Took (ms)' }),
                numeric: true,
                cell: ({ durationMs }) => durationMs,
              },
            ]}
          />
        )}
      </Shown>
      <More of={attempts} />
    </section>
  );
}

function Replay() {
  const say = useText();
  const [from, setFrom] = useState('');
  const replay = useAction(ReplayDeliveries);
  const fromNumber = /^[1-9]\d{0,7}$/.test(from) ? Number(from) : undefined;
  return (
    <>
      <div className="row ends">
        <TextField
          optional
          label={say({ zh: '从第几期起重新推送', en: 'Send again from list' })}
          value={from}
          onChange={setFrom}
        />
        <Button
          disabled={fromNumber === undefined}
          loading={replay.isPending}
          onClick={() => fromNumber && replay.mutate({ params: ME, body: { fromNumber } })}
        >
          {say({ zh: '重新推送', en: 'Send again' })}
        </Button>
      </div>
      <p role="status">
        {replay.isSuccess &&
          say({ zh: '已安排重新推送，消息编号不变。', en: 'They are sent again, under the same ids.' })}
      </p>
      <ProblemAlert error={replay.error} />
    </>
  );
}
