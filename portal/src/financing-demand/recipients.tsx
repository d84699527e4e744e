import type { DemandDetail } from '../../../workflows/financing-demand/contract.ts';
import { ShowDemandCatalogue } from '../../../workflows/financing-demand/routes.ts';
import { demandSeen } from '../../../workflows/financing-demand/rules/demand-seen.ts';
import { useRoute } from '../api/use-route.ts';
import { listed, useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { useNow } from '../parts/use-now.ts';
import { useWhen } from '../parts/when.tsx';
import { useNames } from './use-catalogue.ts';
import { DATA_GROUP } from './words.ts';

/** To whom the demand went, and what each sees at this moment, by the very rule that shows it to them. */
export function Recipients({ detail }: { readonly detail: DemandDetail }) {
  const say = useText();
  const when = useWhen();
  const names = useNames();
  const now = useNow();
  const { data } = useRoute(ShowDemandCatalogue, {});
  if (detail.recipients.length === 0) return null;
  const seenBy = (institutionId: string): string => {
    const institution = data?.directory.institutions.find((one) => one.institutionId === institutionId);
    const seen = institution && demandSeen({ demandId: '', detail }, institution, now);
    if (!seen) return say({ zh: '看不到本需求', en: 'Nothing of this demand' });
    const groups = seen.dataGroups.map((group) => say(DATA_GROUP[group]));
    return listed([say({ zh: '需求', en: 'The demand' }), ...groups], say);
  };
  return (
    <>
      <h3>
        {say({ zh: '已推送的机构此刻能看到的内容', en: 'What those it was sent to see at this moment' })}
      </h3>
      <DataTable
        caption={say({ zh: '已推送的机构', en: 'Recipients' })}
        rows={detail.recipients}
        rowKey={({ institutionId }) => institutionId}
        empty=""
        columns={[
          {
            title: say({ zh: '机构', en: 'Institution' }),
            cell: ({ institutionId }) => say(names.institution(institutionId)),
          },
          { title: say({ zh: '推送时间', en: 'Sent' }), cell: ({ sentAt }) => when.time(sentAt) },
          { title: say({ zh: '轮次', en: 'Round' }), cell: ({ round }) => round },
          { title: say({ zh: '可见', en: 'Sees' }), cell: ({ institutionId }) => seenBy(institutionId) },
        ]}
      />
    </>
  );
}
