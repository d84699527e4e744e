import { Button, Tag } from 'antd';
import { useState } from 'react';
import { VerifyAuditDay } from '../../../../workflows/shared/audit-routes.ts';
import { localDateOf } from '../../../../workflows/shared/working-days.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWhen } from '../../parts/when.tsx';

const DAYS = 7;
const DAY_MS = 86_400_000;

/** The anchors of the last days, checked when asked: each check reads all entries of its day. */
export function RecentDays() {
  const say = useText();
  const when = useWhen();
  const now = useNow().getTime();
  const [isAsked, setAsked] = useState(false);
  const days = Array.from({ length: DAYS }, (_, back) => localDateOf(new Date(now - back * DAY_MS)));
  return (
    <section className="panel">
      <h2>{say({ zh: '每日锚定', en: 'Daily anchors' })}</h2>
      <p className="quiet">
        {say({
          zh: '每日 0:30 将前一日的全部审计记录汇成一个锚定值，并与前一日的锚定值相连；任何改动都会被发现。',
          en: 'At 0:30 all entries of the day before become one anchor, chained to the one before: any change shows.',
        })}
      </p>
      {!isAsked && (
        <Button onClick={() => setAsked(true)}>
          {say({ zh: '核验最近 {n} 天', en: 'Check the last {n} days' }, { n: DAYS })}
        </Button>
      )}
      {isAsked && (
        <DataTable
          caption={say({ zh: '每日锚定', en: 'Daily anchors' })}
          rows={days}
          rowKey={(day) => day}
          empty=""
          columns={[
            { title: say({ zh: '日期', en: 'Day' }), cell: (day) => when.date(day) },
            { title: say({ zh: '核验结果', en: 'Check' }), cell: (day) => <Day day={day} /> },
          ]}
        />
      )}
    </section>
  );
}

function Day({ day }: { readonly day: string }) {
  const say = useText();
  const read = useRoute(VerifyAuditDay, { params: { day } });
  return (
    <Shown of={read}>
      {({ whole, entries, anchor, misfit }) => (
        <div>
          <Tag color={whole ? 'success' : 'error'}>
            {whole ? say({ zh: '完整', en: 'Whole' }) : say({ zh: '不完整', en: 'Not whole' })}
          </Tag>
          {say({ zh: '{n} 条', en: '{n} entries' }, { n: entries })}
          {misfit && <div className="fault">{misfit.what}</div>}
          <div className="quiet hash">
            {anchor?.hash ?? say({ zh: '当日尚未锚定', en: 'Not anchored yet' })}
          </div>
        </div>
      )}
    </Shown>
  );
}
