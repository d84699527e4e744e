import { Alert, Button } from 'antd';
import { AnswerIdentityRequest } from '../../../workflows/financing-demand/change/routes.ts';
import type { IdentityRequest } from '../../../workflows/financing-demand/contract.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useNames } from './use-catalogue.ts';

interface Props {
  readonly demandId: string;
  readonly requests: readonly IdentityRequest[];
}

/** Institutions that ask an anonymous enterprise who it is; an answer may be changed. */
export function IdentityRequests({ demandId, requests }: Props) {
  const say = useText();
  const names = useNames();
  const answer = useAction(AnswerIdentityRequest);
  return (
    <>
      {requests.map(({ institutionId, answer: given }) => (
        <Alert
          key={institutionId}
          type={given ? 'info' : 'warning'}
          showIcon
          title={say(
            { zh: '{name}请求了解本企业身份', en: '{name} asks who you are' },
            { name: say(names.institution(institutionId)) },
          )}
          description={
            given &&
            say(
              given.granted
                ? { zh: '已同意，可随时改变。', en: 'You agreed; you may change that.' }
                : { zh: '未同意，可随时改变。', en: 'You did not agree; you may change that.' },
            )
          }
          action={
            <span className="row">
              {[true, false]
                .filter((granted) => granted !== given?.granted)
                .map((granted) => (
                  <Button
                    key={String(granted)}
                    type={granted ? 'primary' : 'default'}
                    loading={answer.isPending}
                    onClick={() => answer.mutate({ params: { demandId }, body: { institutionId, granted } })}
                  >
                    {granted ? say({ zh: '同意', en: 'Agree' }) : say({ zh: '不同意', en: 'Do not agree' })}
                  </Button>
                ))}
            </span>
          }
        />
      ))}
      <ProblemAlert error={answer.error} />
    </>
  );
}
