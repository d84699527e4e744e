import '../financing.css';
import { Button, Checkbox, Input } from 'antd';
import { useText } from '../../language.tsx';
import { Select } from '../../parts/select.tsx';
import { DATA_GROUPS, type Rules, useNames } from '../use-catalogue.ts';
import { DATA_GROUP } from '../words.ts';
import { type DraftConsent, type DraftGrant, granteeOf, newGrant } from './draft.ts';
import { granteeOptions } from './grantee-options.ts';
import { SignatureFields } from './signature-fields.tsx';

interface Props {
  readonly consent: DraftConsent;
  readonly rules: Rules;
  readonly todayOn: string;
  readonly change: (next: (before: DraftConsent) => DraftConsent) => void;
  /** Relative to the consent: `/grants/0/until`. */
  readonly faultsAt: (pointer: string) => readonly string[];
}

/** The consent as a matrix: who, by what may be seen, until when. */
export function ConsentEditor({ consent, rules, todayOn, change, faultsAt }: Props) {
  const say = useText();
  const names = useNames();
  const offered = granteeOptions(rules, say);
  const set = (index: number, next: Partial<DraftGrant>) =>
    change((before) => ({
      ...before,
      grants: before.grants.map((one, at) => (at === index ? { ...one, ...next } : one)),
    }));
  const rowFaults = (index: number) =>
    ['', '/grantee', '/grantee/institutionId', '/grantee/class', '/dataGroups', '/from', '/until'].flatMap(
      (path) => faultsAt(`/grants/${index}${path}`),
    );
  const unused = offered.filter(({ value }) => !consent.grants.some(({ grantee }) => grantee === value));
  return (
    <>
      <p className="quiet">
        {say({
          zh: '被授权的机构都能看到需求本身（金额、期限、用途等）；勾选的信息才会另外展示。授权可随时撤回，撤回立即生效。',
          en: 'Whoever is named sees the demand itself: amount, term, purpose. Only what you tick is shown beside it. You may withdraw at any time, in effect at once.',
        })}
      </p>
      <div className="table-frame">
        <table className="data consent">
          <caption className="unseen">{say({ zh: '授权', en: 'Consent' })}</caption>
          <thead>
            <tr>
              <th scope="col">{say({ zh: '谁可以看', en: 'Who' })}</th>
              {DATA_GROUPS.map((group) => (
                <th key={group} scope="col">
                  {say(DATA_GROUP[group])}
                </th>
              ))}
              <th scope="col">{say({ zh: '起', en: 'From' })}</th>
              <th scope="col">{say({ zh: '止（含当日）', en: 'Until, inclusive' })}</th>
              <th scope="col">
                <span className="unseen">{say({ zh: '操作', en: 'Action' })}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {consent.grants.map((grant, index) => {
              const who = say(names.grantee(granteeOf(grant.grantee)));
              const wrong = rowFaults(index);
              return (
                <tr key={grant.grantee}>
                  <td data-title={say({ zh: '谁可以看', en: 'Who' })}>
                    <div>
                      <b>{who}</b>
                      {wrong.length > 0 && <div className="fault">{wrong.join('；')}</div>}
                    </div>
                  </td>
                  {DATA_GROUPS.map((group) => (
                    <td key={group} data-title={say(DATA_GROUP[group])}>
                      <Checkbox
                        aria-label={`${who}：${say(DATA_GROUP[group])}`}
                        checked={grant.dataGroups.includes(group)}
                        onChange={({ target }) =>
                          set(index, {
                            dataGroups: target.checked
                              ? [...grant.dataGroups, group]
                              : grant.dataGroups.filter((one) => one !== group),
                          })
                        }
                      />
                    </td>
                  ))}
                  {(['fromOn', 'untilOn'] as const).map((end) => (
                    <td
                      key={end}
                      data-title={say(
                        end === 'fromOn' ? { zh: '起', en: 'From' } : { zh: '止', en: 'Until' },
                      )}
                    >
                      <Input
                        type="date"
                        aria-label={`${who}：${say(end === 'fromOn' ? { zh: '授权起', en: 'from' } : { zh: '授权止', en: 'until' })}`}
                        value={grant[end]}
                        onChange={({ target }) => set(index, { [end]: target.value })}
                      />
                    </td>
                  ))}
                  <td>
                    <Button
                      size="small"
                      disabled={consent.grants.length === 1}
                      onClick={() =>
                        change((before) => ({
                          ...before,
                          grants: before.grants.filter((_, at) => at !== index),
                        }))
                      }
                    >
                      {say({ zh: '移除', en: 'Remove' })} <span className="unseen">{who}</span>
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {faultsAt('/grants').map((text) => (
        <p key={text} className="fault">
          {text}
        </p>
      ))}
      <p className="row">
        <Select
          aria-label={say({ zh: '添加可以查看的机构', en: 'Add who may see it' })}
          value=""
          options={[
            { value: '', label: say({ zh: '＋ 添加机构或机构类别', en: '+ Add an institution or a class' }) },
            ...unused,
          ]}
          onChange={(key) =>
            key && change((before) => ({ ...before, grants: [...before.grants, newGrant(key, todayOn)] }))
          }
        />
      </p>
      <SignatureFields consent={consent} change={change} faultsAt={faultsAt} />
    </>
  );
}
