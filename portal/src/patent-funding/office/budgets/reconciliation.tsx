import { Alert, Button } from 'antd';
import { useState } from 'react';
import { ReconcileBudget } from '../../../../../workflows/patent-funding/ledger/routes.ts';
import { useRoute } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { Shown } from '../../../parts/shown.tsx';

interface Props {
  readonly budget: { readonly programmeId: string; readonly year: number };
}

/** Counts the entries anew when asked, and says whether the account agrees. */
export function Reconciliation({ budget }: Props) {
  const say = useText();
  const [isAsked, setAsked] = useState(false);
  const read = useRoute(ReconcileBudget, isAsked ? { params: budget } : undefined);
  if (!isAsked) {
    return (
      <p>
        <Button onClick={() => setAsked(true)}>
          {say({ zh: '按明细重算并核对', en: 'Count anew and compare' })}
        </Button>
      </p>
    );
  }
  return (
    <Shown of={read}>
      {({ entries, differences }) => (
        <Alert
          role="status"
          showIcon
          type={differences.length === 0 ? 'success' : 'error'}
          title={
            differences.length === 0
              ? say({ zh: '{n} 条明细与台账一致', en: '{n} entries agree with the account' }, { n: entries })
              : say({ zh: '明细与台账不一致', en: 'The entries do not agree with the account' })
          }
          description={differences.join('；') || undefined}
        />
      )}
    </Shown>
  );
}
