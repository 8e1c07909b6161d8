import { signal } from '@preact/signals';
import { MARK_HEADER, SESSION, type SignedOut } from '../../../shared/contracts/desk/session.ts';

// Logging out where nothing answers: it is told, tried again, and nobody is taken for who wanted to go.

/** Beside what is forgotten of a person: they hold for the browser until it is done. */
const LEAVING = 'shixian-leaving';
const UNENDED = 'shixian-issuer-unended';
const AGAIN_MILLISECONDS = 5_000;

const recalled = (name: string): string => {
  try {
    return localStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
};
const keep = (name: string, value: string): void => {
  try {
    if (value === '') localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing: as long as the page is open.
  }
};

/** The mark of the session that the server has not ended yet, though its person has logged out; empty: none. */
export const leaving = signal(recalled(LEAVING));
const setLeaving = (mark: string): void => {
  leaving.value = mark;
  keep(LEAVING, mark);
};
/** The cookie is another's by now, or no one's. */
export const hasLeft = (): void => setLeaving('');

/** What a server said to it; undefined: nothing that settles it. `to`: where to go next. */
export interface Left {
  to: string;
  /** The cookie had become another's. */
  isAnothers: boolean;
}
/** Ends it at the server that has the token. */
export const endAtServer = async (mark: string): Promise<Left | undefined> => {
  setLeaving(mark);
  const headers: Record<string, string> = mark === '' ? {} : { [MARK_HEADER]: mark };
  const answer = await fetch(`${SESSION}/logout`, { method: 'POST', headers }).catch(() => undefined);
  if (answer?.status === 401) {
    hasLeft();
    return { to: '/desk/login', isAnothers: true };
  }
  if (answer?.ok !== true) return undefined;
  const { to } = (await answer.json()) as SignedOut;
  hasLeft();
  return { to, isAnothers: false };
};

let isTrying = false;
const tryAgain = async (): Promise<void> => {
  if (isTrying || leaving.value === '') return;
  isTrying = true;
  try {
    const left = await endAtServer(leaving.value);
    if (left !== undefined) location.assign(left.to);
  } catch {
    // An answer that is none: once more.
  } finally {
    isTrying = false;
  }
};
/** Tries until it is done, and goes on from there; to be called once. */
export const keepLeaving = (): void => {
  setInterval(() => void tryAgain(), AGAIN_MILLISECONDS);
  window.addEventListener('online', () => void tryAgain());
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === LEAVING) leaving.value = newValue ?? '';
  });
};
/** At once. */
export const leaveNow = (): void => void tryAgain();

/** Whether the issuer may still take the next one for the one before: its own session was not ended. */
export const isUnended = (): boolean => unended.value;
const unended = signal(recalled(UNENDED) !== '');
const setUnended = (is: boolean): void => {
  unended.value = is;
  keep(UNENDED, is ? 'yes' : '');
};
export const issuerLeftOpen = (): void => setUnended(true);
/** Somebody has said there who he is. */
export const issuerEnded = (): void => setUnended(false);
