import { awsError } from '../engine/aws-error.ts';

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 1000;

/** One page of a list, by AWS's `maxResults` and `nextToken`. Throws `InvalidToken` for a token that is not ours. */
export const takePage = <T>(
  all: readonly T[],
  { maxResults, nextToken }: { maxResults?: unknown; nextToken?: unknown },
): { page: T[]; nextToken?: string } => {
  const from = nextToken === undefined ? 0 : Number(nextToken);
  if (!Number.isInteger(from) || from < 0) throw awsError('InvalidToken', `Invalid Token: '${nextToken}'`);
  const size = Math.min(Number(maxResults) || DEFAULT_PAGE, LARGEST_PAGE);
  const end = from + size;
  return { page: all.slice(from, end), nextToken: end < all.length ? String(end) : undefined };
};
