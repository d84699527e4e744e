import { type ServicesWithFiles, servicesWithFiles } from '../../shared/attachments/services-with-files.ts';
import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { type NoticeStore, noticeStore } from './notice-store.ts';

/** What an objection needs: the notice, and its files of evidence. */
export interface ObjectingServices extends ServicesWithFiles {
  readonly notices: NoticeStore;
}

export function objectingServices(): ObjectingServices {
  const more = {
    get notices() {
      return noticeStore(dynamoDb(), setting('NOTICE_TABLE'));
    },
  };
  return Object.defineProperties(
    servicesWithFiles(),
    Object.getOwnPropertyDescriptors(more),
  ) as ObjectingServices;
}
