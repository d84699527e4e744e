import { Progress, Tag } from 'antd';
import { ShowMatches } from '../../../workflows/financing-demand/change/routes.ts';
import type { Reason } from '../../../workflows/financing-demand/match.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Shown } from '../parts/shown.tsx';
import { useNames } from './use-catalogue.ts';

/** How well each institution's best product fits, with what speaks for it and against it. */
export function Matches({ demandId }: { readonly demandId: string }) {
  const say = useText();
  const names = useNames();
  const result = useRoute(ShowMatches, { params: { demandId } });
  return (
    <Shown of={result}>
      {({ matches, matchingVersion }) => (
        <>
          <DataTable
            caption={say({ zh: '撮合结果', en: 'Matches' })}
            rows={matches}
            rowKey={({ institutionId }) => institutionId}
            empty={say({ zh: '没有可撮合的机构', en: 'No institution' })}
            columns={[
              {
                title: say({ zh: '机构与产品', en: 'Institution and product' }),
                cell: ({ institutionId, product }) => (
                  <div>
                    <b>{say(names.institution(institutionId))}</b>
                    <div className="quiet">{product?.name ?? say({ zh: '无产品', en: 'No product' })}</div>
                  </div>
                ),
              },
              {
                title: say({ zh: '匹配度', en: 'Score' }),
                cell: ({ institutionId, score, eligible }) => (
                  <div>
                    <Progress
                      percent={score}
                      size={[96, 8]}
                      format={() => String(score)}
                      aria-label={`${say(names.institution(institutionId))} ${score}`}
                    />
                    <Tag color={eligible ? 'success' : 'default'}>
                      {eligible
                        ? say({ zh: '可推送', en: 'May be sent' })
                        : say({ zh: '不推送', en: 'Not sent' })}
                    </Tag>
                  </div>
                ),
              },
              {
                title: say({ zh: '符合之处', en: 'For it' }),
                cell: ({ reasonsFor }) => <Reasons mark="✓" reasons={reasonsFor} />,
              },
              {
                title: say({ zh: '不符之处', en: 'Against it' }),
                cell: ({ reasonsAgainst }) => <Reasons mark="✗" reasons={reasonsAgainst} />,
              },
            ]}
          />
          <p className="help">
            {say({ zh: '规则版本 {v}', en: 'By version {v} of the rules' }, { v: matchingVersion })}
          </p>
        </>
      )}
    </Shown>
  );
}

function Reasons({ mark, reasons }: { readonly mark: string; readonly reasons: readonly Reason[] }) {
  const say = useText();
  if (reasons.length === 0) return <span className="quiet">—</span>;
  return (
    <ul className="files">
      {reasons.map((reason) => (
        <li key={`${reason.about} ${reason.en}`}>
          <span aria-hidden="true">{mark}</span> {say(reason)}
        </li>
      ))}
    </ul>
  );
}
