import { Link } from 'react-router';
import { useText } from '../language.tsx';
import { PageTitle } from './page-title.tsx';

/** What is not there, and what is somebody else's: the same words, so that they tell nothing. */
export function NotFound() {
  const say = useText();
  return (
    <section className="notice">
      <span className="big-mark" aria-hidden="true">
        ?
      </span>
      <PageTitle>{say({ zh: '没有找到这个页面', en: 'This page was not found' })}</PageTitle>
      <p>
        {say({
          zh: '地址可能有误，或者您的账号不能查看它。',
          en: 'The address may be wrong, or your account may not see it.',
        })}
      </p>
      <Link to="/">{say({ zh: '返回首页', en: 'Back to the first page' })}</Link>
    </section>
  );
}
