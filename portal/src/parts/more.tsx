import { Button } from 'antd';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useText } from '../language.tsx';

interface Props {
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
  };
  readonly label?: Bilingual;
}

const MORE = { zh: '显示更多', en: 'Show more' };
/** Where the newest come first. */
export const EARLIER = { zh: '显示更早的', en: 'Show earlier ones' };

/** The next page of a list, where there is one. */
export function More({ of: { hasNextPage, isFetchingNextPage, fetchNextPage }, label = MORE }: Props) {
  const say = useText();
  if (!hasNextPage) return null;
  return (
    <p className="more">
      <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {say(label)}
      </Button>
    </p>
  );
}
