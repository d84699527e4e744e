import { Alert } from 'antd';
import type { AuditVerification } from '../../../../workflows/shared/audit-routes.ts';
import { useText } from '../../language.tsx';

interface Props {
  readonly verification: AuditVerification;
  /** Of one case, which has no anchor of its own. */
  readonly isOfCase?: boolean;
}

/** What a check of the audit came to. */
export function Verified({ verification, isOfCase = false }: Props) {
  const say = useText();
  const { whole, entries, cases, misfit, anchor } = verification;
  return (
    <Alert
      type={whole ? 'success' : 'error'}
      showIcon
      role="status"
      title={
        whole
          ? say(
              { zh: '完整：{n} 条记录，{cases} 个办件', en: 'Whole: {n} entries of {cases} cases' },
              { n: entries, cases },
            )
          : say({ zh: '不完整', en: 'Not whole' })
      }
      description={
        (misfit || !isOfCase) && (
          <>
            {misfit && <p>{misfit.what}</p>}
            {!isOfCase && (
              <p className="hash">
                {anchor
                  ? say({ zh: '当日锚定值 {hash}', en: 'Anchor of the day {hash}' }, { hash: anchor.hash })
                  : say({ zh: '当日尚未锚定', en: 'The day is not anchored yet' })}
              </p>
            )}
          </>
        )
      }
    />
  );
}
