import type {
  PreExaminationDetail,
  PreExaminationQuestion,
} from '../../../../workflows/patent-funding/pre-examination/contract.ts';
import { ShowPreExaminationScope } from '../../../../workflows/patent-funding/pre-examination/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { KIND } from '../words.ts';

type Filing = Pick<PreExaminationDetail & PreExaminationQuestion, 'title' | 'kind' | 'industryId' | 'ipc'>;

/** The filing that is examined before it is made. */
export function FilingFacts({ filing: { title, kind, industryId, ipc } }: { readonly filing: Filing }) {
  const say = useText();
  const { data: scope } = useRoute(ShowPreExaminationScope, {});
  const industry = scope?.industries.find(({ id }) => id === industryId);
  return (
    <dl className="facts spaced">
      <dt>{say({ zh: '发明名称', en: 'Title' })}</dt>
      <dd>{title}</dd>
      <dt>{say({ zh: '专利类型', en: 'Kind' })}</dt>
      <dd>{say(KIND[kind])}</dd>
      <dt>{say({ zh: '产业', en: 'Industry' })}</dt>
      <dd>{industry ? say(industry.name) : industryId}</dd>
      <dt>{say({ zh: '国际分类号', en: 'IPC classes' })}</dt>
      <dd>{ipc.join('、')}</dd>
    </dl>
  );
}
