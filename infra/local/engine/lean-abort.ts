/** As much of AbortSignal as the library uses. */
export interface LeanSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: unknown): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * Listeners of one abort. A signal made of others listens to them only while somebody listens to it, so that a
 * long-lived execution does not collect the signals of the branches of every schedule it ever had.
 */
class Signal implements LeanSignal {
  #isAborted = false;
  #listeners: (() => void)[] | undefined;
  #sources: readonly LeanSignal[] | undefined;
  #onSource: (() => void) | undefined;

  constructor(sources?: readonly LeanSignal[]) {
    this.#sources = sources;
  }

  get aborted(): boolean {
    return this.#isAborted || (this.#sources?.some((source) => source.aborted) ?? false);
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (this.aborted) return;
    if (!this.#listeners) this.#attach();
    this.#listeners ??= [];
    this.#listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const remaining = this.#listeners?.filter((one) => one !== listener);
    this.#listeners = remaining?.length ? remaining : undefined;
    if (!this.#listeners) this.#detach();
  }

  abort(): void {
    if (this.#isAborted) return;
    this.#isAborted = true;
    const listeners = this.#listeners ?? [];
    this.#listeners = undefined;
    this.#detach();
    for (const listener of listeners) listener();
  }

  #attach(): void {
    if (!this.#sources) return;
    this.#onSource = () => this.abort();
    for (const source of this.#sources) source.addEventListener('abort', this.#onSource);
  }

  #detach(): void {
    if (!this.#onSource) return;
    for (const source of this.#sources ?? []) source.removeEventListener('abort', this.#onSource);
    this.#onSource = undefined;
  }
}

/**
 * Stand-ins for the host's AbortController, AbortSignal, EventTarget and Event inside the library. The host's take
 * several kilobytes for each waiting branch; the library needs none of what they can do beyond this.
 */
export const createLeanAbortGlobals = () => ({
  AbortController: class {
    readonly signal = new Signal();
    abort(): void {
      this.signal.abort();
    }
  },
  AbortSignal: { any: (sources: LeanSignal[]): LeanSignal => new Signal(sources) },
  // The library's event queue is closed as soon as it is made (the branch records events itself): nobody listens.
  EventTarget: class {
    addEventListener(): void {}
    dispatchEvent(): boolean {
      return true;
    }
  },
  Event: class {},
});
