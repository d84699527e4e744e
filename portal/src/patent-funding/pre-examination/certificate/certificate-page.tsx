import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { ReadPassCredential } from '../../../../../workflows/patent-funding/pre-examination/routes.ts';
import { useCall } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { passCertificateOf } from './pass-certificate.ts';
import { Sheet } from './sheet.tsx';

/** 预审合格证明 on one sheet, to be printed: what the signed credential says, and nothing else. */
export function Component() {
  const say = useText();
  const { caseId = '' } = useParams();
  const call = useCall();
  const certificate = useQuery({
    queryKey: [ReadPassCredential.operationId, caseId],
    queryFn: async () =>
      passCertificateOf(await (await call(ReadPassCredential, { params: { caseId } })).text()),
  });
  return (
    <Shown of={certificate}>
      {(said) => (
        <>
          <Sheet certificate={said} caseId={caseId} />
          <Button type="primary" onClick={() => window.print()}>
            {say({ zh: '打印', en: 'Print' })}
          </Button>
        </>
      )}
    </Shown>
  );
}
