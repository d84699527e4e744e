import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { extended } from '../../shared/services.ts';
import { type AnswerStore, answerStore } from './answer-store.ts';
import { type ReportStore, reportStore } from './report-store.ts';
import { listServices, type ServicesWithLists } from './services-with-lists.ts';

export interface ServicesWithAnswers extends ServicesWithLists {
  readonly answers: AnswerStore;
  readonly reports: ReportStore;
}

/** Of functions that all have access to FinancingTable. */
export function answerServices() {
  const db = dynamoDb();
  const table = setting('FINANCING_TABLE');
  return { ...listServices(), answers: answerStore(db, table), reports: reportStore(db, table) };
}

export function servicesWithAnswers(): ServicesWithAnswers {
  return extended(answerServices());
}
