import { Button } from 'antd';
import { useText } from '../../language.tsx';

interface Props {
  readonly page: number;
  readonly pages: number;
  readonly onGo: (page: number) => void;
}

/** Which part of a long table is shown; nothing where all of it is. */
export function Pager({ page, pages, onGo }: Props) {
  const say = useText();
  if (pages < 2) return null;
  return (
    <p className="row">
      <Button disabled={page === 0} onClick={() => onGo(page - 1)}>
        {say({ zh: '上一页', en: 'Page before' })}
      </Button>
      <span role="status">
        {say({ zh: '第 {n} / {all} 页', en: 'Page {n} of {all}' }, { n: page + 1, all: pages })}
      </span>
      <Button disabled={page === pages - 1} onClick={() => onGo(page + 1)}>
        {say({ zh: '下一页', en: 'Next page' })}
      </Button>
    </p>
  );
}
