import { Skeleton } from 'antd';
import { useText } from '../language.tsx';

export function Loading() {
  const say = useText();
  return (
    <div role="status" aria-label={say({ zh: '正在载入', en: 'Loading' })}>
      <Skeleton active />
    </div>
  );
}
