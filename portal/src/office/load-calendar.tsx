import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { LoadedYear } from '../../../workflows/shared/calendar.ts';
import { calendarFaults } from '../../../workflows/shared/calendar-faults.ts';
import { LoadCalendar } from '../../../workflows/shared/calendar-routes.ts';
import { shaped } from '../../../workflows/shared/shape-faults.ts';
import { OfficialYear } from '../../../workflows/shared/working-days.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ChangedMeanwhile } from '../parts/changed-meanwhile.tsx';
import { DraftState } from '../parts/draft-state.tsx';
import { FaultSummary } from '../parts/fault-summary.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useFields } from '../parts/use-fields.ts';
import { datesOf } from './dates.ts';
import { MovedCount } from './moved-count.tsx';

interface Props {
  /** The year that is begun with; with a version where it is corrected. */
  readonly year: number;
  readonly corrects: LoadedYear | undefined;
}

const NAME = {
  year: { zh: '年度', en: 'Year' },
  source: { zh: '来源（通知文号和标题）', en: 'Source: number and title of the notice' },
  daysOff: { zh: '放假的工作日（周一至周五）', en: 'Weekdays off' },
  makeUpWorkdays: { zh: '调休上班（周六、周日）', en: 'Weekend days worked' },
} as const satisfies Readonly<Record<keyof OfficialYear, Bilingual>>;

/** 节假日安排 of a year, as the notice of the State Council says it. */
export function LoadCalendarForm({ year: first, corrects }: Props) {
  const say = useText();
  const form = useFields(`calendar.${corrects ? first : 'new'}`, {
    year: String(first),
    source: corrects?.calendar.source ?? '',
    daysOff: corrects?.calendar.daysOff.join('\n') ?? '',
    makeUp: corrects?.calendar.makeUpWorkdays.join('\n') ?? '',
  });
  const { fields, set } = form;
  const { year, source, daysOff, makeUp } = fields;
  const [isChecked, setChecked] = useState(false);
  const load = useAction(LoadCalendar, () => {
    form.discard();
    setChecked(false);
  });
  const shape = shaped(OfficialYear, {
    year: Number(year),
    source: source.trim(),
    daysOff: datesOf(daysOff, 'weekdays'),
    makeUpWorkdays: datesOf(makeUp, 'weekends'),
  });
  const wrong = shape.ok ? calendarFaults(shape.value) : shape.faults;
  const faultsAt = (at: string) =>
    isChecked ? wrong.filter(({ pointer }) => pointer.startsWith(at)).map((fault) => say(fault)) : [];
  const called = (pointer: string) => {
    const name = Object.entries(NAME).find(([key]) => pointer.startsWith(`/${key}`))?.[1];
    return name && say(name);
  };
  function send() {
    setChecked(true);
    if (!shape.ok || wrong.length > 0) return;
    load.mutate({ body: { ...shape.value, ...(corrects && { replaces: corrects.version }) } });
  }
  const help = say({
    zh: '每行一天，或写起止日期：2027-10-01至2027-10-07',
    en: 'One day on each line, or from one to another: 2027-10-01..2027-10-07',
  });
  return (
    <section className="panel">
      <h2>
        {corrects
          ? say(
              { zh: '更正 {year} 年（现为第 {n} 版）', en: 'Correct {year} (now version {n})' },
              { year, n: corrects.version },
            )
          : say({ zh: '加载新年度', en: 'Load a year' })}
      </h2>
      <p className="quiet">
        {say({
          zh: '加载后，此前因该年度安排未公布而“暂定”的到期时间立即重新计算，并通知有变动的待办；已按公布安排承诺的时间不变。',
          en: 'Due dates that were provisional because the year was not published are computed anew at once, and whoever has such a task is told. What was promised by a published calendar stays.',
        })}
      </p>
      <ChangedMeanwhile form={form} />
      <FaultSummary faults={isChecked ? wrong : []} where={called} />
      {!corrects && (
        <div className="grid">
          <TextField
            label={say(NAME.year)}
            type="number"
            value={year}
            faults={faultsAt('/year')}
            onChange={(value) => set({ year: value })}
          />
        </div>
      )}
      <TextField
        label={say(NAME.source)}
        value={source}
        faults={faultsAt('/source')}
        onChange={(value) => set({ source: value })}
      />
      <div className="grid">
        <TextField
          label={say(NAME.daysOff)}
          help={help}
          rows={6}
          value={daysOff}
          faults={faultsAt('/daysOff')}
          onChange={(value) => set({ daysOff: value })}
        />
        <TextField
          label={say(NAME.makeUpWorkdays)}
          help={help}
          optional
          rows={6}
          value={makeUp}
          faults={faultsAt('/makeUpWorkdays')}
          onChange={(value) => set({ makeUp: value })}
        />
      </div>
      <ProblemAlert error={load.error} />
      <p className="row">
        <Button type="primary" disabled={form.isOutdated} loading={load.isPending} onClick={send}>
          {say({ zh: '加载', en: 'Load' })}
        </Button>
        {shape.ok && (
          <span role="status">
            {say(
              { zh: '放假 {off} 天，调休上班 {on} 天', en: '{off} days off, {on} worked' },
              { off: shape.value.daysOff.length, on: shape.value.makeUpWorkdays.length },
            )}
          </span>
        )}
        <DraftState isKept={form.isKept} discard={form.discard} />
      </p>
      {load.data && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={say(
            {
              zh: '{year} 年第 {n} 版已加载。',
              en: 'Version {n} of {year} is loaded.',
            },
            { year: load.data.calendar.year, n: load.data.version },
          )}
          description={
            <MovedCount year={load.data.calendar.year}>
              <Link to={`/office/calendars/${load.data.calendar.year}`}>
                {say({ zh: '查看变动的到期时间', en: 'See which due dates moved' })}
              </Link>
            </MovedCount>
          }
        />
      )}
    </section>
  );
}
