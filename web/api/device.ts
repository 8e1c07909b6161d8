// What lies on the device: drafts and the last state, each under its person, and settings of the device itself. A browser that keeps
// nothing, or whose room is full, is no fault: then nothing is kept. Of a 涉密 case nothing may be given here, but to `keepInTab` that an
// act of it is out.

const OURS = 'shixian/';
/** Settings of the device, which stay: 大字, sound. */
const SETTINGS = 'shixian-device/';

const tried = <Value>(run: () => Value): Value | undefined => {
  try {
    return run();
  } catch {
    return undefined;
  }
};

const keyOf = (person: string, what: string): string => `${OURS}${person}/${what}`;

/** What was kept for a person under this name. */
export const recall = <Value>(person: string, what: string): Value | undefined =>
  tried(() => {
    const text = person === '' ? null : localStorage.getItem(keyOf(person, what));
    return text === null ? undefined : (JSON.parse(text) as Value);
  });

/** Keeps it; undefined: no more. False: there is no room, nothing is kept here, or nobody is logged in any more. */
export const keep = (person: string, what: string, value: unknown): boolean =>
  tried(() => {
    if (person === '') return false;
    if (value === undefined) localStorage.removeItem(keyOf(person, what));
    else localStorage.setItem(keyOf(person, what), JSON.stringify(value));
    return true;
  }) ?? false;

/** Whether anything is kept here at all. */
export const keepsAnything = (): boolean =>
  tried(() => {
    const probe = `${SETTINGS}probe`;
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    return true;
  }) ?? false;

/** Keeps it as long as the tab is open; undefined: no more. */
export const keepInTab = (person: string, what: string, value: unknown): void => {
  tried(() => {
    if (person === '') return;
    if (value === undefined) sessionStorage.removeItem(keyOf(person, what));
    else sessionStorage.setItem(keyOf(person, what), JSON.stringify(value));
  });
};
/** What was kept so. */
export const recallInTab = (person: string, what: string): unknown =>
  tried(() => JSON.parse(sessionStorage.getItem(keyOf(person, what)) ?? 'null'));

/** Under which names something is kept for a person, that begin so. */
export const kept = (person: string, beginning: string): string[] =>
  tried(() => {
    const begins = keyOf(person, beginning);
    const names = Object.keys(localStorage).filter((key) => key.indexOf(begins) === 0);
    return names.map((key) => key.slice(keyOf(person, '').length));
  }) ?? [];

/** Who logged in last in this browser. */
const LATEST = `${OURS}/latest`;
export const becomeLatest = (person: string): void => {
  tried(() => localStorage.setItem(LATEST, person));
};
/** Whether nobody else has logged in since. */
export const isLatest = (person: string): boolean => {
  const latest = tried(() => localStorage.getItem(LATEST)) ?? person;
  return latest === person;
};

const forgetAll = (beginning: string): void => {
  for (const place of ['localStorage', 'sessionStorage'] as const)
    tried(() => {
      for (const key of Object.keys(window[place]))
        if (key.indexOf(beginning) === 0) window[place].removeItem(key);
    });
};
/** Whoever logs out leaves nothing behind. */
export const forgetPerson = (person: string): void => forgetAll(`${OURS}${person}/`);
/** Nor does anybody before him. */
export const forgetEverything = (): void => forgetAll(OURS);

export const deviceSetting = (name: string): string | undefined =>
  tried(() => localStorage.getItem(`${SETTINGS}${name}`) ?? undefined);
export const setDevice = (name: string, value: string): void => {
  tried(() => localStorage.setItem(`${SETTINGS}${name}`, value));
};
