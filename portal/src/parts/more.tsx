import { Button } from 'antd';
import { useText } from '../language.tsx';

interface Props {
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
  };
}

/** The next page of a list, where there is one. */
export function More({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: Props) {
  const say = useText();
  if (!hasNextPage) return null;
  return (
    <p className="more">
      <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {say({ zh: '显示更多', en: 'Show more' })}
      </Button>
    </p>
  );
}
