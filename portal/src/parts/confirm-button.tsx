import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '../language.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface Props {
  readonly label: string;
  readonly question: string;
  readonly danger?: boolean;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onConfirm: () => Promise<unknown>;
  /** More to fill in before it is confirmed. */
  readonly children?: ReactNode;
}

/** A button for what needs a second thought; stays open where it was refused. */
export function ConfirmButton({
  label,
  question,
  danger = false,
  pending,
  error,
  onConfirm,
  children,
}: Props) {
  const say = useText();
  const [isOpen, setOpen] = useState(false);
  const confirm = () =>
    onConfirm().then(
      () => setOpen(false),
      () => {},
    );
  return (
    <>
      <Button danger={danger} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={label}
        okText={label}
        cancelText={say({ zh: '取消', en: 'Cancel' })}
        okButtonProps={{ danger, loading: pending }}
        onOk={confirm}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p>{question}</p>
        {children}
        <ProblemAlert error={error} />
      </Modal>
    </>
  );
}
