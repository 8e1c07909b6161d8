import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import { RequestError } from '../../../shared/contracts/errors.ts';

/** Where a page goes on: from which place of its list, and how many rows of that place were shown. */
export interface Position {
  from: string;
  skip: number;
}
/** A list as it was asked for, without which page and how long. */
export type Asked = Readonly<Record<string, unknown>>;

const Written = z.tuple([z.string(), z.int().check(z.minimum(0))]);
const CURSOR = /^([\w-]+)\.([\w-]{16})$/;

/** What a cursor is worth only with: the same route and filters, and not a letter changed. It keeps no secret. */
const sealOf = (asked: Asked, position: string): string =>
  hash('sha256', `${canonicalize(asked)}\n${position}`, 'base64url').slice(0, 16);

/** The position as a page tells it (`next`). */
export const cursorOf = (asked: Asked, { from, skip }: Position): string => {
  const position = Buffer.from(JSON.stringify([from, skip])).toString('base64url');
  return `${position}.${sealOf(asked, position)}`;
};

const readPosition = (position: string): unknown => {
  try {
    return JSON.parse(Buffer.from(position, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** The position that a cursor names; undefined without one. Throws INVALID (422) for one of another list, cut or changed. */
export const positionIn = (asked: Asked, cursor: string | undefined): Position | undefined => {
  if (cursor === undefined) return undefined;
  const [, position = '', seal] = CURSOR.exec(cursor) ?? [];
  const written = Written.safeParse(readPosition(position));
  if (!written.success || seal !== sealOf(asked, position)) {
    const message = '翻页标记不属于这个列表或这组条件,或已不完整;请从第一页重新查起';
    throw new RequestError('INVALID', `cursor ${message}`, [{ field: 'cursor', message }]);
  }
  const [from, skip] = written.data;
  return { from, skip };
};
