/** One event of an execution, with the type and number that AWS would give it. */
export interface HistoryEvent {
  /** 1 for the first event of the execution. */
  readonly id: number;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly type: string;
  readonly stateName?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** A state that an execution is in, since when (epoch milliseconds), and with what it was entered. */
export interface StateInHand {
  readonly type: string;
  readonly stateName: string;
  readonly since: number;
  readonly input: unknown;
}

/** What AWS allows one execution. */
export const AWS_EVENT_LIMIT = 25_000;

type Detail = Pick<HistoryEvent, 'stateName' | 'error' | 'cause'>;
type Kind = Pick<HistoryEvent, 'type' | 'stateName'>;

/** The kinds of events, each once for all executions of an engine: an event then is three numbers. */
export const createEventKinds = () => {
  const kinds: Kind[] = [];
  const numbers = new Map<string, number>();
  return {
    numberOf: (type: string, stateName: string | undefined): number => {
      const name = `${type} ${stateName ?? ''}`;
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, kinds.length);
      return kinds.push(stateName === undefined ? { type } : { type, stateName }) - 1;
    },
    of: (number: number): Kind => kinds[number]!,
  };
};
type EventKinds = ReturnType<typeof createEventKinds>;

/** Which events are kept, and how many of an execution at most. */
export interface KeptEvents {
  readonly limit: number;
  readonly isKept: (type: string) => boolean;
  readonly kinds: EventKinds;
}

/** Number, instant and kind of an event, one after the other. */
const WIDTH = 3;

/**
 * The events of one execution. All are counted; of those that are kept the oldest are let go once there are more than `limit`
 * (a quarter at a time), for an execution may live for a year. Inputs and outputs are not kept. A class, and numbers in one
 * list: thousands of executions each have one.
 */
export class ExecutionHistory {
  readonly #kept: KeptEvents;
  readonly #events: number[] = [];
  #errors: Map<number, Pick<Detail, 'error' | 'cause'>> | undefined;
  #count = 0;

  constructor(kept: KeptEvents) {
    this.#kept = kept;
  }

  get count(): number {
    return this.#count;
  }

  add(at: number, type: string, { stateName, ...errors }: Detail = {}): void {
    const id = ++this.#count;
    const { limit, isKept, kinds } = this.#kept;
    if (limit === 0 || !isKept(type)) return;
    this.#events.push(id, at, kinds.numberOf(type, stateName));
    if (errors.error !== undefined) {
      this.#errors ??= new Map();
      this.#errors.set(id, errors);
    }
    if (this.#events.length > limit * WIDTH) this.#forget(Math.max(1, limit >> 2));
  }

  /** The events that are kept, oldest first. */
  list(): HistoryEvent[] {
    return Array.from({ length: this.#events.length / WIDTH }, (_, index) => {
      const [id, at, kind] = this.#events.slice(index * WIDTH, (index + 1) * WIDTH) as [
        number,
        number,
        number,
      ];
      return { id, at, ...this.#kept.kinds.of(kind), ...this.#errors?.get(id) };
    });
  }

  #forget(events: number): void {
    const [oldest = 0] = this.#events.splice(0, events * WIDTH).slice(-WIDTH);
    for (const id of this.#errors?.keys() ?? []) if (id <= oldest) this.#errors?.delete(id);
  }
}
