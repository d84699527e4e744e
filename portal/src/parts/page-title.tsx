import { Fragment, type PropsWithChildren, useEffect } from 'react';
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
  // A narrow heading breaks between its words, not within the number of a case.
  return (
    <h1>
      {children.split(' ').map((word, index) => (
        <Fragment key={word}>
          {index > 0 && ' '}
          <span>{word}</span>
        </Fragment>
      ))}
    </h1>
  );
}
