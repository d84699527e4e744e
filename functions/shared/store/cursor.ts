import { createHash } from 'node:crypto';
import * as z from 'zod';
import { RefusedError } from '../errors.ts';

/** One page of a list; `cursor` leads to the next one and is absent on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A page of a list that is read from either end. */
export interface OrderedPageRequest extends PageRequest {
  /** The oldest first unless told. */
  readonly order?: 'oldest-first' | 'newest-first';
}

const Content = z.tuple([z.literal(1), z.string(), z.string().min(1).max(400)]);

/**
 * An opaque place in a list. It holds only where in the list to go on, and a fingerprint of the list; which list that is
 * comes from the caller's own rights each time, so that no cursor, forged or borrowed, leads into another's list.
 * @param list name of the list, with whose it is: `desk#environment#OPEN`
 * @param position sort key of the last item shown
 */
export function encodeCursor(list: string, position: string): string {
  return Buffer.from(JSON.stringify([1, fingerprint(list), position])).toString('base64url');
}

/**
 * The way on from a page, for its end: none where the database says that this was all.
 * @param position sort key of `LastEvaluatedKey`
 */
export function onward(list: string, position: unknown): Pick<Page<never>, 'cursor'> {
  return typeof position === 'string' ? { cursor: encodeCursor(list, position) } : {};
}

/** The position a cursor holds. @throws RefusedError 400 where it is none of ours or of another list */
export function decodeCursor(list: string, cursor: string): string {
  const content = Content.safeParse(parsed(cursor));
  if (!content.success || content.data[1] !== fingerprint(list)) throw unknownCursor();
  return content.data[2];
}

/** The refusal of a cursor that does not belong to the list. */
export function unknownCursor(): RefusedError {
  const words = { zh: '游标无效或属于另一个列表', en: 'The cursor is not one of this list' };
  return new RefusedError({
    status: 400,
    code: 'unknown-cursor',
    ...words,
    faults: [{ pointer: '/query/cursor', code: 'unknown-cursor', ...words }],
  });
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function fingerprint(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 12);
}
