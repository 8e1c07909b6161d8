import { type RefusalCode, statusOf } from './refusal-codes.ts';

/** One shape for every error that a caller sees: a stable code and our own words. */
export interface ErrorBody {
  code: RefusalCode;
  message: string;
  requestId: string;
  details?: unknown;
}

/** An error that is the caller's to mend, or to wait out. Its HTTP status follows from its code. */
export class RequestError extends Error {
  override name = 'RequestError';
  readonly code: RefusalCode;
  readonly details: unknown;
  constructor(code: RefusalCode, message: string, details?: unknown) {
    super(message);
    this.code = code;
    this.details = details;
  }
  get status(): number {
    return statusOf(this.code);
  }
}
