/** What is wrong with one field of a request. */
export interface Problem {
  field: string;
  message: string;
}

/** Why a request was not done. `OFFLINE`: no answer came, and nobody knows whether it was. */
export class Fault extends Error {
  readonly code: string;
  readonly status: number;
  readonly problems: readonly Problem[];
  constructor(code: string, message: string, status = 0, problems: readonly Problem[] = []) {
    super(message);
    this.code = code;
    this.status = status;
    this.problems = problems;
  }
  /** Whether the same request may be sent again as it is. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export const offline = (): Fault => new Fault('OFFLINE', '网络中断，没有收到答复');

/** What an answer that is no success says; words of our own where it is no answer of the API. */
export const faultIn = (status: number, body: object | undefined): Fault => {
  const told = (body ?? {}) as Partial<{ code: string; message: string; problems: Problem[] }>;
  // An answer that is no answer of the API is none, whatever its status says.
  const isOwn = told.code !== undefined;
  return new Fault(
    told.code ?? 'UNKNOWN',
    told.message ?? `系统暂时没有答复（${status}），请稍后再试`,
    isOwn || status >= 400 ? status : 0,
    told.problems,
  );
};
