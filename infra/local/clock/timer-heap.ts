/** One pending callback. `position` is kept by the heap so that a cancelled timer can be taken out at once. */
export interface HeapTimer {
  readonly dueAt: number;
  readonly sequence: number;
  readonly callback: () => void;
  position: number;
}

const isBefore = (a: HeapTimer, b: HeapTimer): boolean =>
  a.dueAt === b.dueAt ? a.sequence < b.sequence : a.dueAt < b.dueAt;

/**
 * A binary heap of timers ordered by due instant (milliseconds), first come first served among equals.
 * Cancelling removes the entry in O(log n): every rescheduling cancels waits that would be due months later, and they
 * must not pile up until then.
 */
export class TimerHeap {
  readonly #timers: HeapTimer[] = [];
  #sequence = 0;

  get size(): number {
    return this.#timers.length;
  }

  /** The sequence number that the next timer will get; timers below it were there before. */
  get nextSequence(): number {
    return this.#sequence;
  }

  peek(): HeapTimer | undefined {
    return this.#timers[0];
  }

  add(dueAt: number, callback: () => void): HeapTimer {
    const timer: HeapTimer = { dueAt, sequence: this.#sequence++, callback, position: this.#timers.length };
    this.#timers.push(timer);
    this.#rise(timer);
    return timer;
  }

  /** Takes a timer out; one that has fired or was removed before is ignored. */
  remove(timer: HeapTimer): void {
    if (this.#timers[timer.position] !== timer) return;
    const last = this.#timers.pop()!;
    if (last !== timer) {
      this.#place(last, timer.position);
      this.#rise(last);
      this.#sink(last);
    }
    timer.position = -1;
  }

  #place(timer: HeapTimer, position: number): void {
    this.#timers[position] = timer;
    timer.position = position;
  }

  #rise(timer: HeapTimer): void {
    while (timer.position > 0) {
      const parent = this.#timers[(timer.position - 1) >> 1]!;
      if (!isBefore(timer, parent)) return;
      this.#swap(timer, parent);
    }
  }

  #sink(timer: HeapTimer): void {
    for (;;) {
      const left = this.#timers[timer.position * 2 + 1];
      const right = this.#timers[timer.position * 2 + 2];
      const child = left && right && isBefore(right, left) ? right : left;
      if (!child || !isBefore(child, timer)) return;
      this.#swap(timer, child);
    }
  }

  #swap(a: HeapTimer, b: HeapTimer): void {
    const position = a.position;
    this.#place(a, b.position);
    this.#place(b, position);
  }
}
