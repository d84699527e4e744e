import { Tag } from 'antd';
import { useText } from '../language.tsx';
import { type DaysLeft, useDaysLeft } from './use-days-left.ts';
import { useWhen } from './when.tsx';

interface Props {
  readonly at: string;
  readonly provisional?: boolean;
  /** It was answered: how much time is left matters no more. */
  readonly over?: boolean;
}

/** When something is due, and how many working days that is from today; said in words, not in colour alone. */
export function Due(props: Props) {
  return <DueIn {...props} daysLeft={useDaysLeft()} />;
}

/** {@link Due} as one row of many, which share what the days are counted by. */
export function DueIn({ at, provisional, over, daysLeft }: Props & { readonly daysLeft: DaysLeft }) {
  const say = useText();
  const when = useWhen();
  const left = over ? undefined : daysLeft(at);
  return (
    <span className="due">
      <time dateTime={at}>{when.day(at)}</time> {left !== undefined && <Left days={left} />}
      {provisional && (
        <Tag>
          {say({ zh: '暂定（次年节假日未公布）', en: 'provisional: next year’s calendar is not out' })}
        </Tag>
      )}
    </span>
  );
}

function Left({ days }: { readonly days: number }) {
  const say = useText();
  if (days < 0) return <Tag color="error">{say({ zh: '已逾期', en: 'Overdue' })}</Tag>;
  if (days === 0) return <Tag color="warning">{say({ zh: '今天到期', en: 'Due today' })}</Tag>;
  const words = { zh: '还有 {n} 个工作日', en: '{n} working days left' };
  return <Tag color={days <= 1 ? 'warning' : 'default'}>{say(words, { n: days })}</Tag>;
}
