import { Button } from 'antd';
import { useText } from '../../language.tsx';
import { STEPS } from './steps.ts';

interface Props {
  readonly current: number;
  readonly faulty: (index: number) => boolean;
  readonly onGo: (index: number) => void;
}

/** Where one is in the form. */
export function StepList({ current, faulty, onGo }: Props) {
  const say = useText();
  return (
    <nav aria-label={say({ zh: '申请步骤', en: 'Steps' })}>
      <ol className="steps">
        {STEPS.map(({ title }, index) => (
          <li key={title.en}>
            <Button
              type={index === current ? 'primary' : 'default'}
              danger={faulty(index)}
              aria-current={index === current ? 'step' : undefined}
              onClick={() => onGo(index)}
            >
              {index + 1}. {say(title)}
              {faulty(index) && ` · ${say({ zh: '需修改', en: 'to mend' })}`}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
