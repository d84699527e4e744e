import type { RecordAnswer } from '../../../workflows/listing-certificate/record-answer.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { chineseDate } from './local-date.ts';

/** How the report says that a field was answered by record. */
export function registerWords({
  registerVersion,
  registerLoadedAt,
  coverage: { fromOn, toOn },
}: Pick<RecordAnswer, 'registerVersion' | 'registerLoadedAt' | 'coverage'>): Bilingual {
  const loadedOn = localDateOf(new Date(registerLoadedAt));
  return {
    zh: `依据部门记录库第${registerVersion}版直接答复（${chineseDate(loadedOn)}加载，收录${chineseDate(fromOn)}至${chineseDate(toOn)}作出的决定）`,
    en: `Answered by record: version ${registerVersion} of the department's register, loaded on ${loadedOn}, of decisions from ${fromOn} to ${toOn}`,
  };
}
