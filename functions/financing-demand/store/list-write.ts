import type { DemandList, ListItem } from '../../../workflows/financing-demand/list/contract.ts';
import type { PendingTelling } from '../../../workflows/financing-demand/list/pending.ts';
import type { Telling } from '../../../workflows/financing-demand/rules/what-to-tell.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { FINANCING_CONDITION } from './financing-condition.ts';
import { FINANCING_KEY } from './financing-key.ts';
import type { ListHead } from './list-store.ts';
import { markPush } from './push-marks.ts';

/** Institutions whose next list is to be drawn up at once, because of one demand. */
export interface AtOnce {
  readonly demandId: string;
  readonly demandVersion: number;
  readonly institutionIds: readonly string[];
}

/** One step of drawing up a list: what was to be told moves into the list. */
export interface DrawnPage {
  readonly read: ListHead;
  readonly next: ListHead;
  /** What was read, to be taken away. */
  readonly told: readonly PendingTelling[];
  /** The items of the chunk; none where all of it was not worth telling. */
  readonly items: readonly ListItem[];
  /** The list, where this was its last page. */
  readonly sealed?: DemandList;
}

/**
 * Says what institutions are to be told of a demand in their next lists, over whatever was pending: the last word counts, and what is
 * new stays new. Goes into the transaction that changes the demand. One write for each institution.
 */
export function tellLater(
  TableName: string,
  demandId: string,
  demandVersion: number,
  tellings: readonly Telling[],
): GuardedWrite[] {
  return tellings.map(({ institutionId, kind, first }) => {
    const ended = kind === 'CLOSED' || kind === 'CONSENT_WITHDRAWN';
    const set = ['demandId = :demandId', '#demandVersion = :demandVersion'];
    if (ended) set.push('ended = :kind');
    if (kind === 'NEW') set.push('fresh = :yes');
    if (first) set.push('#unknown = :yes');
    const remove = {
      NEW: 'REMOVE ended',
      CHANGED: '',
      CLOSED: 'REMOVE fresh',
      CONSENT_WITHDRAWN: 'REMOVE fresh',
    };
    return {
      write: {
        Update: {
          TableName,
          Key: FINANCING_KEY.pending(institutionId, demandId),
          UpdateExpression: `SET ${set.join(', ')} ${remove[kind]}`.trim(),
          ExpressionAttributeNames: {
            '#demandVersion': 'demandVersion',
            ...(first && { '#unknown': 'unknown' }),
          },
          ExpressionAttributeValues: {
            ':demandId': demandId,
            ':demandVersion': demandVersion,
            ...(ended && { ':kind': kind }),
            ...((kind === 'NEW' || first) && { ':yes': true }),
          },
        },
      },
    };
  });
}

/** Marks that lists have to be drawn up at once; functions/financing-demand/relay-lists heals what a crash left. One write. */
export function tellAtOnce(TableName: string, row: AtOnce): GuardedWrite {
  return { write: { Put: { TableName, Item: { ...FINANCING_KEY.atOnce(row.demandId), ...row } } } };
}

/** They were drawn up; a later mark of the same demand stays. One write. */
export function doneAtOnce(TableName: string, { demandId, demandVersion }: AtOnce): GuardedWrite {
  return {
    write: {
      Delete: {
        TableName,
        Key: FINANCING_KEY.atOnce(demandId),
        ConditionExpression: `${FINANCING_CONDITION.absent} OR ${FINANCING_CONDITION.sameTelling}`,
        ExpressionAttributeNames: { '#demandVersion': 'demandVersion' },
        ExpressionAttributeValues: { ':readDemandVersion': demandVersion },
      },
    },
    otherwise: () => new StaleReadError(`lists at once of ${demandId}`),
  };
}

/**
 * Moves what is pending into the institution's next list, and seals it with the last page: each moved row is taken away in the same
 * transaction, so that whoever is killed, or meets another who draws up the same list, leaves no gap and doubles nothing. As many
 * writes as rows, and four.
 */
export function drawPage(TableName: string, institutionId: string, page: DrawnPage): GuardedWrite[] {
  const { read, next, told, items, sealed } = page;
  const number = read.number + 1;
  const chunk = read.draft.chunkCount + 1;
  const firstPosition = read.draft.itemCount + 1;
  const put = (key: object, content: object): GuardedWrite => ({
    write: {
      Put: { TableName, Item: { ...key, ...content }, ConditionExpression: FINANCING_CONDITION.absent },
    },
    otherwise: () => new StaleReadError(`list ${number} of ${institutionId}`),
  });
  return [
    moveHead(TableName, institutionId, read, next),
    ...(items.length > 0
      ? [put(FINANCING_KEY.chunk(institutionId, number, chunk), { number, chunk, firstPosition, items })]
      : []),
    ...(sealed
      ? [put(FINANCING_KEY.list(institutionId, number), { list: sealed }), markPush(TableName, institutionId)]
      : []),
    ...told.map((one) => takeAway(TableName, institutionId, one)),
  ];
}

function moveHead(TableName: string, institutionId: string, read: ListHead, next: ListHead): GuardedWrite {
  const first = read.revision === 0;
  return {
    write: {
      Put: {
        TableName,
        Item: { ...FINANCING_KEY.listHead(institutionId), ...next },
        ConditionExpression: first ? FINANCING_CONDITION.absent : FINANCING_CONDITION.headUnchanged,
        ...(first
          ? {}
          : {
              ExpressionAttributeNames: { '#revision': 'revision' },
              ExpressionAttributeValues: { ':readRevision': read.revision },
            }),
      },
    },
    otherwise: () => new StaleReadError(`lists of ${institutionId}`),
  };
}

function takeAway(
  TableName: string,
  institutionId: string,
  { demandId, demandVersion }: PendingTelling,
): GuardedWrite {
  return {
    write: {
      Delete: {
        TableName,
        Key: FINANCING_KEY.pending(institutionId, demandId),
        ConditionExpression: FINANCING_CONDITION.sameTelling,
        ExpressionAttributeNames: { '#demandVersion': 'demandVersion' },
        ExpressionAttributeValues: { ':readDemandVersion': demandVersion },
      },
    },
    otherwise: () => new StaleReadError(`what ${institutionId} is to be told`),
  };
}
