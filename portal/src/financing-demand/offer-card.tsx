import { Tag } from 'antd';
import { AcceptOffer } from '../../../workflows/financing-demand/answer/routes.ts';
import type { ComparedOffer } from '../../../workflows/financing-demand/answer/rules/offers-compared.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { fenOfWan, percent, wan, yuan } from '../parts/money.ts';
import { TextField } from '../parts/text-field.tsx';
import { useFields } from '../parts/use-fields.ts';
import { useWhen } from '../parts/when.tsx';
import { ANSWER_STATUS } from './words.ts';

interface Props {
  readonly demandId: string;
  readonly compared: ComparedOffer;
  readonly partsAllowed: boolean;
  readonly mayAccept: boolean;
}

/** One offer beside the others. */
export function OfferCard({ demandId, compared, partsAllowed, mayAccept }: Props) {
  const say = useText();
  const when = useWhen();
  const { institutionId, institutionName, offer, status, over } = compared;
  const { fields, set, discard } = useFields(`acceptance.${demandId}.${institutionId}`, {
    amount: wan(offer.amountFen),
  });
  const accept = useAction(AcceptOffer, discard);
  const amountFen = partsAllowed ? fenOfWan(fields.amount) : offer.amountFen;
  return (
    <li className={`offer ${compared.lowestRate ? 'best' : ''}`}>
      <h3>{institutionName}</h3>
      <div className="rate">{percent(offer.rateBasisPoints)}</div>
      <p>
        {compared.lowestRate && <Tag color="success">{say({ zh: '利率最低', en: 'Lowest rate' })}</Tag>}
        {compared.largestAmount && <Tag color="blue">{say({ zh: '金额最高', en: 'Largest amount' })}</Tag>}
        {!compared.withinHighestRate && (
          <Tag color="warning">{say({ zh: '高于可接受利率', en: 'Above your highest rate' })}</Tag>
        )}
        {!compared.coversDemand && (
          <Tag color="warning">{say({ zh: '低于所需金额', en: 'Less than you need' })}</Tag>
        )}
        {over && <Tag>{say({ zh: '报价已过期', en: 'Over' })}</Tag>}
        {status !== 'OFFERED' && <Tag color="success">{say(ANSWER_STATUS[status])}</Tag>}
      </p>
      <dl className="facts">
        <dt>{say({ zh: '金额', en: 'Amount' })}</dt>
        <dd>{say({ zh: '{n} 万元', en: '{n} (10,000 yuan)' }, { n: wan(offer.amountFen) })}</dd>
        <dt>{say({ zh: '期限', en: 'Term' })}</dt>
        <dd>{say({ zh: '{n} 个月', en: '{n} months' }, { n: offer.termMonths })}</dd>
        <dt>{say({ zh: '利息估算', en: 'Interest, about' })}</dt>
        <dd>{say({ zh: '{n} 元', en: '{n} yuan' }, { n: yuan(compared.interestFen) })}</dd>
        <dt>{say({ zh: '有效期至', en: 'Valid until' })}</dt>
        <dd>{when.date(offer.validUntilOn)}</dd>
        {offer.conditions && (
          <>
            <dt>{say({ zh: '附加条件', en: 'Conditions' })}</dt>
            <dd>{offer.conditions}</dd>
          </>
        )}
      </dl>
      {mayAccept && status === 'OFFERED' && !over && (
        <ConfirmButton
          label={say({ zh: '接受报价', en: 'Accept' })}
          question={say(
            partsAllowed
              ? {
                  zh: '接受 {name} 的报价。可只接受一部分，其余金额仍可接受其他机构的报价。',
                  en: 'Accept the offer of {name}. You may take a part; the rest stays open to others.',
                }
              : {
                  zh: '接受 {name} 的报价后，本需求即告结束，其他机构将收到通知。此操作不能撤销。',
                  en: 'Accepting the offer of {name} ends the demand and tells everyone else. It cannot be taken back.',
                },
            { name: institutionName },
          )}
          pending={accept.isPending}
          error={accept.error}
          onConfirm={() =>
            accept.mutateAsync({ params: { demandId }, body: { institutionId, amountFen: amountFen ?? 0 } })
          }
        >
          {partsAllowed && (
            <TextField
              label={say({ zh: '接受金额', en: 'Amount to accept' })}
              unit={say({ zh: '万元', en: '10,000 yuan' })}
              value={fields.amount}
              onChange={(amount) => set({ amount })}
              faults={amountFen === undefined ? [say({ zh: '应为金额（万元）', en: 'Not an amount' })] : []}
            />
          )}
        </ConfirmButton>
      )}
    </li>
  );
}
