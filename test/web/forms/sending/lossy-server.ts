import type { Outgoing, Refusal } from '../../../../web/model/forms/sending.ts';

// A server that carries a request out once for each key, as ours does, on a line that loses what it is told to lose.

export interface Line {
  /** Loses the request, or its answer. */
  loses?: 'request' | 'answer';
}
export const createServer = () => {
  const kept = new Map<string, { said: string; answer: { reply: string } | { fault: Refusal } }>();
  const acts: object[] = [];
  /** Under which each was done, as the log has it. */
  const keys: string[] = [];
  const faults: string[] = [];
  let refusing: Refusal | undefined;
  const fault = (status: number, code: string): { fault: Refusal } => ({
    fault: { status, code, message: code },
  });
  const carryOut = ({ key, body }: Outgoing): { reply: string } | { fault: Refusal } => {
    const said = JSON.stringify(body);
    const known = kept.get(key);
    if (known !== undefined) return known.said === said ? known.answer : fault(422, 'IDEMPOTENCY_KEY_REUSED');
    if (refusing !== undefined && refusing.status >= 500) return { fault: refusing };
    const answer = refusing === undefined ? { reply: `done ${said}` } : { fault: refusing };
    if (refusing === undefined) {
      acts.push(body);
      keys.push(key);
    }
    kept.set(key, { said, answer });
    return answer;
  };
  return {
    acts,
    keys,
    faults,
    refuse: (status: number, code: string) => {
      refusing = { status, code, message: code };
    },
    takeAgain: () => {
      refusing = undefined;
    },
    forget: () => {
      for (const [key, value] of kept)
        kept.set(key, { ...value, answer: fault(409, 'IDEMPOTENCY_KEY_SPENT') });
    },
    ask: async (out: Outgoing, { loses }: Line) => {
      if (loses === 'request') return fault(0, 'OFFLINE');
      const answer = carryOut(out);
      if ('fault' in answer) faults.push(answer.fault.code);
      return loses === 'answer' ? fault(0, 'OFFLINE') : answer;
    },
  };
};
