import { CloseProgramme } from '../../../../../workflows/patent-funding/programmes/routes.ts';
import { useAction } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useFields } from '../../../parts/use-fields.ts';

const EMPTY = { lastGrantOn: '', source: '', clause: '', zh: '', en: '' };

/** Ends a programme by rule, once and for every version of it. */
export function CloseProgrammeButton({ programmeId }: { readonly programmeId: string }) {
  const say = useText();
  const { fields, set, discard } = useFields(`closure.${programmeId}`, EMPTY);
  const close = useAction(CloseProgramme, discard);
  const text = (name: keyof typeof EMPTY, label: string, type = 'text') => (
    <TextField label={label} type={type} value={fields[name]} onChange={(value) => set({ [name]: value })} />
  );
  const { lastGrantOn, source, ...clause } = fields;
  return (
    <ConfirmButton
      danger
      label={say({ zh: '依规定终止项目', en: 'Close by rule' })}
      question={say({
        zh: '此日之后授权的专利不再资助，已受理的申请同样适用。此操作不能撤销。',
        en: 'Nothing granted after that day is paid, whatever version it was accepted under. It cannot be taken back.',
      })}
      pending={close.isPending}
      error={close.error}
      onConfirm={() => close.mutateAsync({ params: { programmeId }, body: { lastGrantOn, source, clause } })}
    >
      {text('lastGrantOn', say({ zh: '最后授权日期', en: 'Last day of grant' }), 'date')}
      {text('clause', say({ zh: '依据条款号', en: 'Number of the clause' }))}
      {text('zh', say({ zh: '条款内容（中文）', en: 'What it says (Chinese)' }))}
      {text('en', say({ zh: '条款内容（英文）', en: 'What it says (English)' }))}
      {text('source', say({ zh: '文件来源', en: 'Where it stands' }))}
    </ConfirmButton>
  );
}
