import { Button } from 'antd';
import { ResumeCase } from '../../../workflows/shared/case-routes.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';

/** Lets a failed case go on where it stopped. */
export function ResumeCaseButton({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const resume = useAction(ResumeCase);
  return (
    <>
      <Button loading={resume.isPending} onClick={() => resume.mutate({ params: { caseId } })}>
        {say({ zh: '恢复办理', en: 'Resume' })}
      </Button>
      <ProblemAlert error={resume.error} />
    </>
  );
}
