import { type PropsWithChildren, useEffect } from 'react';
import { useText } from '../language.tsx';

interface Props extends PropsWithChildren {
  readonly children: string;
}

/** The heading of a page, which is the title of the window too. */
export function PageTitle({ children }: Props) {
  const say = useText();
  const platform = say({ zh: '两江新区工作流平台', en: 'Liangjiang workflow platform' });
  useEffect(() => {
    document.title = `${children} · ${platform}`;
  }, [children, platform]);
  return <h1>{children}</h1>;
}
