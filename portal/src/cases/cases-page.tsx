import { ListCases } from '../../../workflows/shared/case-routes.ts';
import { usePages } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { More } from '../parts/more.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { CaseTable } from './case-table.tsx';

/** Every case of the enterprise, the newest first. */
export function Component() {
  const say = useText();
  const cases = usePages(ListCases, {});
  return (
    <>
      <PageTitle>{say({ zh: '我的办件', en: 'My cases' })}</PageTitle>
      <Shown of={cases}>{() => <CaseTable items={cases.items} />}</Shown>
      <More of={cases} />
    </>
  );
}
