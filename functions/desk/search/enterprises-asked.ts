import { refusedParameter } from '../../shared/errors.ts';
import type { Services } from '../../shared/services.ts';
import type { DeskQuery } from './search-of.ts';

/** Each is a question of its own to the index. */
const MOST_ENTERPRISES = 20;

/** The enterprises that code or beginning of the name mean; undefined where neither was asked. @throws RefusedError 400 */
export async function usccsAsked(
  departmentId: string,
  { enterprise, enterpriseName }: DeskQuery,
  { desk }: Pick<Services, 'desk'>,
): Promise<readonly string[] | undefined> {
  if (enterpriseName === undefined) return enterprise === undefined ? undefined : [enterprise];
  if (enterprise !== undefined) throw refusedParameter('enterpriseName', 'one-of-two', ONE_OF_TWO);
  const usccs = await desk.enterprisesNamed(departmentId, enterpriseName, MOST_ENTERPRISES);
  if (usccs.length > MOST_ENTERPRISES) {
    throw refusedParameter('enterpriseName', 'too-many-enterprises', TOO_MANY);
  }
  return usccs;
}

const ONE_OF_TWO = {
  zh: '统一社会信用代码与企业名称请只填一项',
  en: 'Tell either the code or the name of the enterprise',
};
const TOO_MANY = {
  zh: `以此开头的企业超过 ${MOST_ENTERPRISES} 家，请多输入几个字`,
  en: `More than ${MOST_ENTERPRISES} enterprises begin so: type more of the name`,
};
