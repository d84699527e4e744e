import { CompareOffers } from '../../../workflows/financing-demand/answer/routes.ts';
import type { DemandDetail } from '../../../workflows/financing-demand/contract.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Shown } from '../parts/shown.tsx';
import { useWhen } from '../parts/when.tsx';
import { OfferCard } from './offer-card.tsx';
import { ANSWER_STATUS } from './words.ts';

interface Props {
  readonly demandId: string;
  readonly detail: DemandDetail;
  readonly mayAccept: boolean;
}

/** The offers side by side, the lowest rate first, and how everyone else stands. */
export function Offers({ demandId, detail, mayAccept }: Props) {
  const say = useText();
  const when = useWhen();
  const read = useRoute(CompareOffers, { params: { demandId } });
  if (detail.recipients.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say({ zh: '报价与答复', en: 'Offers and answers' })}</h2>
      <Shown of={read}>
        {({ offers, answers }) => (
          <>
            {offers.length > 0 && (
              <ul className="compared">
                {offers.map((one) => (
                  <OfferCard
                    key={one.institutionId}
                    demandId={demandId}
                    compared={one}
                    partsAllowed={detail.terms.partsAllowed}
                    mayAccept={mayAccept}
                  />
                ))}
              </ul>
            )}
            <DataTable
              caption={say({ zh: '各机构答复', en: 'Answers' })}
              rows={answers}
              rowKey={({ institutionId }) => institutionId}
              empty={say({ zh: '机构尚未答复', en: 'No institution has answered yet' })}
              columns={[
                {
                  title: say({ zh: '机构', en: 'Institution' }),
                  cell: ({ institutionName }) => institutionName,
                },
                {
                  title: say({ zh: '进展', en: 'How far' }),
                  cell: ({ status }) => say(ANSWER_STATUS[status]),
                },
                {
                  title: say({ zh: '受理', en: 'Taken' }),
                  cell: ({ acknowledgedAt }) => when.time(acknowledgedAt),
                },
                {
                  title: say({ zh: '联系', en: 'Contacted' }),
                  cell: ({ contactedAt }) => (contactedAt ? when.time(contactedAt) : '—'),
                },
                {
                  title: say({ zh: '拒绝理由', en: 'Why refused' }),
                  cell: ({ refusal }) => refusal?.text ?? '—',
                },
              ]}
            />
          </>
        )}
      </Shown>
    </section>
  );
}
