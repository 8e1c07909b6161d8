import { signal } from '@preact/signals';
import { type DeskSession, MARK_HEADER, SESSION } from '../../shared/contracts/desk/session.ts';
import { config } from './config.ts';
import { becomeLatest, forgetEverything, forgetPerson, isLatest } from './device.ts';
import { endAtServer, hasLeft, leaveNow, leaving } from './session/leaving.ts';
import { learnLogin, type Tokens } from './session/login.ts';

// Who is logged in. The token lies in the tab's own storage: it ends with the tab, with the shift, or when the API believes it no more.

const KEPT = 'shixian-session';
const POST = 'shixian-post';
const ME = 'shixian-me';

interface Session extends Partial<Tokens> {
  /** Whose it is, where the server has the token. */
  mark?: string;
  /** By the machine's clock, in milliseconds: the shift, or the token's own end. */
  until: number;
}

const stored = (): Session | undefined => {
  try {
    const session = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Session | null;
    return session !== null && session.until > Date.now() ? session : undefined;
  } catch {
    return undefined;
  }
};

/** Somebody has logged in, and it has not been learnt yet who. */
let isNew = false;
/** Undefined: nobody is logged in. */
const session = signal<Session | undefined>(undefined);
/** Why the last session ended; empty where nobody was. */
export const endedBecause = signal('');
/** Whether what lay on the device went with it. */
export const isForgotten = signal(false);
export const isLoggedIn = (): boolean => session.value !== undefined;
/** The token to send; undefined where a cookie goes by itself. */
export const token = (): string | undefined => session.value?.accessToken;

const hold = (found: Session): void => {
  session.value = found;
  endedBecause.value = '';
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(found));
  } catch {
    // A browser that keeps nothing: the session lives as long as the page.
  }
};

const endings: (() => void)[] = [];
/** What is to be forgotten when a session ends, however it ends. */
export const whenSessionEnds = (forget: () => void): void => {
  endings.push(forget);
};

const drop = (): void => {
  session.value = undefined;
  for (const forget of endings) forget();
  try {
    sessionStorage.removeItem(KEPT);
    sessionStorage.removeItem(POST);
    sessionStorage.removeItem(ME);
  } catch {
    // Nothing was kept.
  }
};

const shiftEnd = (): number => Date.now() + config().shiftHours * 3_600_000;

/** Who is logged in by the browser's one cookie; null: nobody; undefined: the server does not say. */
const askServer = async (): Promise<DeskSession | null | undefined> => {
  const answer = await fetch(SESSION, { cache: 'no-store' }).catch(() => undefined);
  if (answer?.status === 401) return null;
  return answer?.ok === true ? ((await answer.json()) as DeskSession) : undefined;
};

/** With a server that makes the exchange: whether its cookie is believed, and whether it still is that of the tab's session. */
const resumeAtServer = async (kept: Session | undefined): Promise<void> => {
  const told = await askServer();
  const isLeaving = leaving.value !== '' && (told?.mark ?? kept?.mark) === leaving.value;
  if (isLeaving && told !== null) {
    drop();
    leaveNow();
  } else if (told === undefined) session.value = kept;
  else {
    hasLeft();
    if (told?.mark !== kept?.mark) {
      drop();
      chosenPost.value = '';
      isNew = true;
    }
    // When it ends there, requests are refused: the device's clock has no say against the server's.
    if (told !== null) hold({ mark: told.mark, until: shiftEnd() });
  }
};

/** Takes up a session that there is. */
export const resumeSession = async (): Promise<void> => {
  const kept = stored();
  if (config().login.exchange === 'server') await resumeAtServer(kept);
  else session.value = kept;
};

/** Whose the page believes itself to be, where a cookie says it to the server: the cookie is that of all tabs. */
export const markHeader = (): Record<string, string> => {
  const mark = session.value?.mark;
  return mark === undefined ? {} : { [MARK_HEADER]: mark };
};

/** Ends the session where the cookie has become another's; asked whenever somebody comes back to the page. */
const endWhenAnothers = async (): Promise<void> => {
  const mark = session.value?.mark;
  if (mark === undefined || document.visibilityState === 'hidden') return;
  const told = await askServer();
  // Meanwhile this one may have ended, and another begun.
  if (told === undefined || session.value?.mark !== mark || told?.mark === mark) return;
  endSession(told === null ? '登录已失效，请重新登录' : '登录的人已经更换，请刷新');
};
/** Begins to look whose session it is. */
export const watchSession = (): void => {
  const comeBack = (): void => void endWhenAnothers().catch(() => undefined);
  document.addEventListener('visibilitychange', comeBack);
  window.addEventListener('focus', comeBack);
  window.addEventListener('pageshow', comeBack);
};

/** The login that the browser makes itself. Throws an Error in Chinese where there is none. */
const ownLogin = () => {
  const { login } = config();
  if (login.exchange !== 'browser')
    throw new Error('值班台尚未在统一身份认证登记，不能登录，请系统运维按操作手册登记');
  return learnLogin(login);
};

/** Goes to where people log in, and comes back to `to`, a path of the desk. `hint`: whom an example provider lets in. */
export const logIn = async (to: string, hint?: string): Promise<void> => {
  if (config().login.exchange === 'server') location.assign(`${SESSION}/login?to=${encodeURIComponent(to)}`);
  else await ownLogin().begin(to, hint);
};

/** What the issuer has sent the browser back with. Returns the path to go on to; throws an Error in Chinese. */
export const finishLogin = async (): Promise<string> => {
  const { tokens, to } = await ownLogin().finish();
  isNew = true;
  hold({ ...tokens, until: Math.min(shiftEnd(), Date.now() + tokens.expiresIn * 1000) });
  return to;
};

/** The session is over, and what was typed stays on the device, where it `hasForgotten` nothing. */
export const endSession = (why: string, hasForgotten = false): void => {
  if (session.value === undefined) return;
  drop();
  endedBecause.value = why;
  isForgotten.value = hasForgotten;
};

/** Who it is, as far as that has been learnt. */
const personHere = (): string => learnedMe.recall<{ me: { person: string } }>()?.me.person ?? '';
/** `person`: as who the session is answered. Whoever has logged in in this tab is the browser's latest. */
export const learnedWho = (person: string): void => {
  if (isNew) becomeLatest(person);
  isNew = false;
};

/** Other tabs of this browser hear that somebody has logged out, and end their sessions too: the device is handed on. */
const LOGGED_OUT = 'shixian-logged-out';
/** `whose`: of one person, or of all. */
const tellOtherTabs = (whose: string): void => {
  try {
    localStorage.setItem(LOGGED_OUT, JSON.stringify([whose, Math.random()]));
    localStorage.removeItem(LOGGED_OUT);
  } catch {
    // A browser that keeps nothing: each tab for itself.
  }
};
const ALL = '*';
window.addEventListener('storage', ({ key, newValue }) => {
  if (key !== LOGGED_OUT || newValue === null) return;
  const [whose] = JSON.parse(newValue) as [string, number];
  if (whose === ALL || whose === personHere()) endSession('已在本机另一页退出登录', true);
});

/**
 * Ends the session here and at the provider, or goes on trying to; nothing of the person's stays on the device, nor of anybody's before him. A tab that was left
 * open while somebody else has logged in since takes nothing of the other's, and does not end his session.
 */
export const logOut = async (): Promise<void> => {
  const { idToken, mark = '' } = session.value ?? {};
  const person = personHere();
  const isOfServer = config().login.exchange === 'server';
  drop();
  if (person !== '') forgetPerson(person);
  const left = isOfServer ? await endAtServer(mark) : undefined;
  const isLast = left?.isAnothers !== true && isLatest(person);
  if (isLast) forgetEverything();
  tellOtherTabs(isLast ? ALL : person);
  // Not answered: the login page says so, and goes on trying.
  if (left !== undefined) location.assign(left.to);
  else if (!isOfServer) await ownLogin().end(idToken);
};

/** What was said of who is logged in: for a page that is opened anew while there is no network. It goes with the session. */
export const learnedMe = {
  keep: (known: unknown): void => {
    try {
      sessionStorage.setItem(ME, JSON.stringify(known));
    } catch {
      // He is asked for again.
    }
  },
  recall: <Known>(): Known | undefined => {
    try {
      return (JSON.parse(sessionStorage.getItem(ME) ?? 'null') as Known | null) ?? undefined;
    } catch {
      return undefined;
    }
  },
};

/** The post in which somebody with several acts: `岗位[@单位]`; empty where he has not chosen. */
export const chosenPost = signal('');
try {
  chosenPost.value = sessionStorage.getItem(POST) ?? '';
} catch {
  // He chooses again.
}
export const choosePost = (post: string): void => {
  chosenPost.value = post;
  try {
    sessionStorage.setItem(POST, post);
  } catch {
    // As above.
  }
};
export const postHeader = (): Record<string, string> =>
  chosenPost.value === '' ? {} : { 'shixian-post': encodeURIComponent(chosenPost.value) };

/** Ends the session when its time is over; to be called now and then. */
export const endWhenOver = (): void => {
  const { value } = session;
  if (value !== undefined && value.until <= Date.now()) endSession('值班时段已到，请重新登录');
};
