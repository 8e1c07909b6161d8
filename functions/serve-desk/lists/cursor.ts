import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
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
const SEAL_BYTES = 16;

const readWritten = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const refuse = (): RequestError => {
  const message = '翻页标记不属于这个列表或这组条件,或已不完整;请从第一页重新查起';
  return new RequestError('INVALID', `cursor ${message}`, [{ field: 'cursor', message }]);
};

/**
 * Cursors tell nothing: a page may end at a case that its reader may not know of. The seal is of the same list and filters, is the
 * start of the cipher (as in RFC 5297), and the same position has the same cursor, so that the same page is the same answer.
 */
export const createCursors = (key: () => Promise<Buffer>) => {
  const subkey = async (use: string): Promise<Buffer> =>
    createHmac('sha256', await key())
      .update(use)
      .digest();
  const sealOf = async (asked: Asked, position: string): Promise<Buffer> =>
    createHmac('sha256', await subkey('seal'))
      .update(`${canonicalize(asked)}\n${position}`)
      .digest()
      .subarray(0, SEAL_BYTES);
  return {
    /** The position as a page tells it (`next`). */
    cursorOf: async (asked: Asked, { from, skip }: Position): Promise<string> => {
      const position = JSON.stringify([from, skip]);
      const seal = await sealOf(asked, position);
      const cipher = createCipheriv('aes-256-ctr', await subkey('hide'), seal);
      return Buffer.concat([seal, cipher.update(position, 'utf8'), cipher.final()]).toString('base64url');
    },
    /** The position that a cursor names; undefined without one. Throws INVALID (422) for one of another list, cut or changed. */
    positionIn: async (asked: Asked, cursor: string | undefined): Promise<Position | undefined> => {
      if (cursor === undefined) return undefined;
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length <= SEAL_BYTES || bytes.toString('base64url') !== cursor) throw refuse();
      const seal = bytes.subarray(0, SEAL_BYTES);
      const decipher = createDecipheriv('aes-256-ctr', await subkey('hide'), seal);
      const hidden = bytes.subarray(SEAL_BYTES);
      const position = Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
      if (!timingSafeEqual(seal, await sealOf(asked, position))) throw refuse();
      const written = Written.safeParse(readWritten(position));
      if (!written.success) throw refuse();
      const [from, skip] = written.data;
      return { from, skip };
    },
  };
};
export type Cursors = ReturnType<typeof createCursors>;
