import * as z from 'zod/mini';
import { REFUSALS, type RefusalCode, statusOf } from './refusal-codes.ts';

/** What is wrong with one field of a request. */
export const Problem = z.strictObject({ field: z.string(), message: z.string() });
export type Problem = z.infer<typeof Problem>;

/** One shape for every error that a caller sees: a stable code and our own words. */
export const ErrorBody = z.strictObject({
  code: z.enum(Object.keys(REFUSALS) as RefusalCode[]),
  message: z.string(),
  requestId: z.string(),
  /** Each field that is wrong, when the request's form is. */
  problems: z.optional(z.array(Problem)),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** An error that is the caller's to mend, or to wait out. Its HTTP status follows from its code. */
export class RequestError extends Error {
  override name = 'RequestError';
  readonly code: RefusalCode;
  readonly problems: readonly Problem[] | undefined;
  /** The methods by which it is there (405). */
  readonly allow: readonly string[] | undefined;
  constructor(code: RefusalCode, message: string, problems?: readonly Problem[], allow?: readonly string[]) {
    super(message);
    this.code = code;
    this.problems = problems;
    this.allow = allow;
  }
  get status(): number {
    return statusOf(this.code);
  }
}
