import { useText } from '../language.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { MatterCards } from './matter-cards.tsx';

export function Component() {
  const say = useText();
  return (
    <>
      <PageTitle>{say({ zh: '可办事项', en: 'What you can file' })}</PageTitle>
      <MatterCards />
    </>
  );
}
