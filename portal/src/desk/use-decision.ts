import { useNavigate } from 'react-router';
import { DecideDeskTask } from '../../../workflows/shared/desk-routes.ts';
import { useAction } from '../api/use-route.ts';
import type { UploadedFile } from '../parts/uploaded-file.ts';
import { useFields } from '../parts/use-fields.ts';
import type { AnswerProps } from './answer-props.ts';

const NO_FILES = { files: [] as readonly UploadedFile[] };

/** Sends an answer with the files that go with it, which are a draft of their own; then both drafts are gone, and it is back to the desk. */
export function useDecision({ taskId, version }: AnswerProps['task'], discardAnswer: () => void) {
  const navigate = useNavigate();
  const form = `answer-files.${taskId}`;
  const { fields, set, discard } = useFields(form, NO_FILES);
  const decide = useAction(DecideDeskTask, () => {
    discardAnswer();
    discard();
    void navigate('/desk');
  });
  return {
    error: decide.error,
    isPending: decide.isPending,
    /** For answer-files.tsx. */
    files: {
      form,
      files: fields.files,
      onChange: (change: (before: readonly UploadedFile[]) => readonly UploadedFile[]) =>
        set(({ files }) => ({ files: change(files) })),
    },
    send: (answer: unknown) =>
      decide.mutate({
        params: { taskId },
        version,
        body: { answer, attachmentIds: fields.files.map(({ attachmentId }) => attachmentId) },
      }),
  };
}
