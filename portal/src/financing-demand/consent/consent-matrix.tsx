import { Button, Tag } from 'antd';
import { WithdrawConsent } from '../../../../workflows/financing-demand/change/routes.ts';
import type { Grant } from '../../../../workflows/financing-demand/consent.ts';
import { isInForce } from '../../../../workflows/financing-demand/rules/demand-seen.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { localDateOf } from '../../../../workflows/shared/working-days.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWhen } from '../../parts/when.tsx';
import { DATA_GROUPS, useNames } from '../use-catalogue.ts';
import { DATA_GROUP } from '../words.ts';

interface Props {
  readonly demandId: string;
  readonly grants: readonly Grant[];
  /** Whether the reader may withdraw. */
  readonly isOwn: boolean;
}

/** Who sees what, until when; one click takes it back. */
export function ConsentMatrix({ demandId, grants, isOwn }: Props) {
  const say = useText();
  const when = useWhen();
  const names = useNames();
  const now = useNow();
  const withdraw = useAction(WithdrawConsent);
  const take = (grantIds: number[]) => withdraw.mutateAsync({ params: { demandId }, body: { grantIds } });
  const standing = grants.filter(({ withdrawnAt, until }) => !withdrawnAt && new Date(until) > now);
  return (
    <>
      <DataTable
        caption={say({ zh: '授权', en: 'Consent' })}
        rows={grants}
        rowKey={({ grantId }) => String(grantId)}
        empty={say({ zh: '没有授权', en: 'No consent' })}
        columns={[
          {
            title: say({ zh: '谁可以看', en: 'Who' }),
            cell: ({ grantee }) => <b>{say(names.grantee(grantee))}</b>,
          },
          {
            title: say({ zh: '状态', en: 'State' }),
            cell: (grant) => (
              <div>
                <Tag color={stateOf(grant, now).color}>{say(stateOf(grant, now).text)}</Tag>
                {isOwn && standing.includes(grant) && (
                  <Button
                    size="small"
                    danger
                    disabled={withdraw.isPending}
                    onClick={() =>
                      withdraw.mutate({ params: { demandId }, body: { grantIds: [grant.grantId] } })
                    }
                  >
                    {say({ zh: '撤回', en: 'Withdraw' })}{' '}
                    <span className="unseen">{say(names.grantee(grant.grantee))}</span>
                  </Button>
                )}
              </div>
            ),
          },
          ...DATA_GROUPS.map((group) => ({
            title: say(DATA_GROUP[group]),
            cell: ({ dataGroups }: Grant) =>
              dataGroups.includes(group) ? (
                <span className="given">
                  ✓ <span className="unseen">{say({ zh: '可见', en: 'shown' })}</span>
                </span>
              ) : (
                <span className="quiet">—</span>
              ),
          })),
          {
            title: say({ zh: '至', en: 'Until' }),
            // The instant itself is the first at which it holds no more.
            cell: ({ until }) => (
              <span className="due">{when.date(localDateOf(new Date(Date.parse(until) - 1)))}</span>
            ),
          },
        ]}
      />
      <p role="status">
        {withdraw.isSuccess && say({ zh: '授权已撤回，立即生效。', en: 'Withdrawn, in effect at once.' })}
      </p>
      <ProblemAlert error={withdraw.error} />
      {isOwn && standing.length > 1 && (
        <ConfirmButton
          danger
          label={say({ zh: '撤回全部授权', en: 'Withdraw all' })}
          question={say({
            zh: '所有机构将立即看不到本需求，并在下一期清单中得到通知。',
            en: 'No institution will see the demand any more, from this moment on; each is told in its next list.',
          })}
          pending={withdraw.isPending}
          error={withdraw.error}
          onConfirm={() => take(standing.map(({ grantId }) => grantId))}
        />
      )}
    </>
  );
}

function stateOf(grant: Grant, now: Date): { readonly text: Bilingual; readonly color: string } {
  if (grant.withdrawnAt) return { text: { zh: '已撤回', en: 'Withdrawn' }, color: 'default' };
  if (isInForce(grant, now)) return { text: { zh: '生效中', en: 'In force' }, color: 'success' };
  if (new Date(grant.from) > now) return { text: { zh: '尚未开始', en: 'Not yet' }, color: 'processing' };
  return { text: { zh: '已到期', en: 'Over' }, color: 'default' };
}
