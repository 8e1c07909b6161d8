/** One shape for every error that a caller sees: a stable code and our own words. */
export interface ErrorBody {
  code: string;
  message: string;
  requestId: string;
  details?: unknown;
}

/** An error that is the caller's to mend. `status` is the HTTP status. */
export class RequestError extends Error {
  override name = 'RequestError';
  readonly status: number;
  readonly code: string;
  readonly details: unknown;
  constructor(status: number, code: string, message: string, details?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}
