import { NamedFiles } from '../cases/named-files.tsx';
import { useText } from '../language.tsx';
import { Upload } from '../parts/upload.tsx';
import type { AnswerProps } from './answer-props.ts';
import type { useDecision } from './use-decision.ts';

/** Files that went with the answer. */
export function GivenFiles({ task: { caseId, attachmentIds = [] } }: Pick<AnswerProps, 'task'>) {
  const say = useText();
  if (attachmentIds.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say({ zh: '随答复的附件', en: 'Files of the answer' })}</h2>
      <NamedFiles caseId={caseId} attachmentIds={attachmentIds} />
    </section>
  );
}

/** Files that are to go with an answer. */
export function AnswerFiles({ files }: Pick<ReturnType<typeof useDecision>, 'files'>) {
  const say = useText();
  return (
    <Upload
      {...files}
      label={say({ zh: '选择随答复的附件（可不选）', en: 'Choose files for the answer (optional)' })}
      help={say({
        zh: '随答复存入办件，能查看办件的各方（包括申请企业）均可查看',
        en: 'kept with the case, for everybody who may see it, the applicant too',
      })}
    />
  );
}
