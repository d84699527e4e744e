import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { closesCircle, overlapping } from '../../../workflows/shared/delegation.ts';
import { type Delegation, MOST_DELEGATIONS } from '../../../workflows/shared/desk-roster.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';

const fault = (pointer: string, code: string, words: Bilingual): Fault => ({ pointer, code, ...words });

/** Everything wrong with a delegation beside whom it names. @param today a date in Asia/Shanghai */
export function delegationFaults(made: Delegation, others: readonly Delegation[], today: string): Fault[] {
  const { from, to, fromOn, toOn, workflows } = made;
  const toSelf = from.personId === to.personId;
  const inOrder = fromOn <= toOn;
  return [
    ...(toSelf ? [fault('/toPersonId', 'delegation-to-oneself', TO_ONESELF)] : []),
    ...(fromOn < today ? [fault('/fromOn', 'delegation-in-the-past', IN_THE_PAST)] : []),
    ...(inOrder ? [] : [fault('/toOn', 'delegation-ends-before-it-begins', OUT_OF_ORDER)]),
    ...workflows.flatMap((name, index) =>
      workflows.indexOf(name) === index ? [] : [fault(`/workflows/${index}`, 'workflow-duplicate', TWICE)],
    ),
    ...(others.length >= MOST_DELEGATIONS ? [fault('', 'too-many-delegations', TOO_MANY)] : []),
    ...(inOrder && overlapping(others, made).length > 0
      ? [fault('/fromOn', 'delegation-overlaps', OVERLAPS)]
      : []),
    ...(inOrder && !toSelf && closesCircle(others, made)
      ? [fault('/toPersonId', 'delegation-in-a-circle', CIRCLE)]
      : []),
  ];
}

const TO_ONESELF = { zh: '不能委托给本人', en: 'Nobody delegates to themselves' };
const IN_THE_PAST = { zh: '起始日期不能早于今天', en: 'It begins today at the earliest' };
const OUT_OF_ORDER = { zh: '截止日期早于起始日期', en: 'It ends before it begins' };
const TWICE = { zh: '事项重复', en: 'This procedure is named twice' };
const TOO_MANY = { zh: '本部门的委托代办已达上限', en: 'The department has as many delegations as it may' };
const OVERLAPS = {
  zh: '同一期间内已就该事项委托他人代办，请先撤销',
  en: 'These days and procedures are delegated already: revoke that first',
};
const CIRCLE = {
  zh: '与已有的委托代办形成循环',
  en: 'Together with other delegations this makes a circle',
};
