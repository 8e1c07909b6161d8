import type { FormField } from '../../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { TaskReply } from '../../../../shared/contracts/replies/task.ts';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { dutyName } from '../../case/units/names.ts';
import { spoken } from '../../spoken.ts';
import { millisecondsOf, momentOf } from '../../wall-clock.ts';
import { isMet } from '../does.ts';

// For which duty a form was opened: of it, and of no other, the form speaks.

/** One time that a duty is owed. */
export interface Meant {
  duty: string;
  occurrence: string;
}
type Duty = CaseReply['duties'][number];

/** As an address has it: of a 涉密 case too, since neither says anything of the case. */
export const meantWords = ({ duty, occurrence }: Meant): string => JSON.stringify([duty, occurrence]);
export const meantIn = (text: string | null | undefined): Meant | undefined => {
  try {
    const [duty, occurrence] = JSON.parse(text ?? '') as unknown[];
    return typeof duty === 'string' && typeof occurrence === 'string' ? { duty, occurrence } : undefined;
  } catch {
    return undefined;
  }
};

/** The duty as it stood, or stands, at that time; undefined: the case has it no more. */
export const dutyMeant = ({ duties }: CaseReply, { duty, occurrence }: Meant): Duty | undefined => {
  const same = duties.filter((each) => each.duty === duty);
  const pastOf = ({ history }: Duty) => history.find((each) => each.occurrence === occurrence);
  // Several units may owe the same: the time says whose it is.
  const found = same.find((each) => each.occurrence === occurrence) ?? same.find(pastOf) ?? same[0];
  if (found === undefined || found.occurrence === occurrence) return found;
  const past = pastOf(found);
  if (past === undefined) return found;
  const { countsFrom: _, ...rest } = found;
  return { ...rest, ...past };
};

type Task = Pick<TaskReply, 'duty' | 'occurrence' | 'kind' | 'call'>;
/** The numbers that the reader's list has for a duty of his own, of those whom he has chosen. */
export const numbersOf = (
  tasks: readonly Task[],
  { duty, occurrence }: Meant,
  chosen: readonly string[],
): TaskReply['call'] =>
  tasks
    .filter((task) => task.duty === duty && task.occurrence === occurrence && task.kind !== 'climbed')
    .flatMap(({ call }) => call)
    .filter(({ role }) => chosen.includes(role.id));

const isOwed = ({ outcome }: Duty): boolean => outcome === 'open' || outcome === 'missed';
/**
 * The limit that stands at the head of a form: of the duty that it was opened for; else, of the open duties that it would meet, or
 * before that is known may meet, the first to fall due.
 */
export const dutyFor = (
  open: CaseReply,
  meant: Meant | undefined,
  meets: readonly string[],
  tried: TriedReply | undefined,
): Duty | undefined => {
  if (meant !== undefined) {
    const duty = dutyMeant(open, meant);
    return duty !== undefined && isOwed(duty) ? duty : undefined;
  }
  const isKnown = tried !== undefined && tried.wouldBe !== 'refused';
  const met = isKnown ? tried.limits.filter(isMet) : meets.map((duty) => ({ duty, unit: null }));
  const owed = open.duties
    .filter(({ status }) => status === 'open' || status === 'listed')
    .filter((each) =>
      met.some(
        ({ duty, unit }) => duty === each.duty && (unit == null || unit.id === (each.unit ?? open.unit)?.id),
      ),
    )
    .sort((one, other) => Date.parse(one.due ?? '9999') - Date.parse(other.due ?? '9999'));
  return owed[0];
};

/**
 * Of the duties that an act may meet those that may stand at its head before it is known which it meets: of several none is its own.
 * `last`: what is known of it from before, and stays while what is filled in cannot be tried.
 */
export const mayHead = (meets: readonly string[], last: string | undefined): readonly string[] =>
  last === undefined ? (meets.length > 1 ? [] : meets) : [last];

/** A form that was opened for a duty. */
interface Opened {
  open: CaseReply;
  meant: Meant | undefined;
  /** The open duties that such an act may meet. */
  meets: readonly string[];
  /** What came with the duty. */
  carried: Readonly<Record<string, unknown>>;
  fields: readonly FormField[];
}
type Body = Readonly<Record<string, unknown>>;

const early = ({ start }: Duty, { madeAt }: Body, now: number): string[] => {
  if (typeof madeAt !== 'string' || start === null) return [];
  if (millisecondsOf(madeAt) >= millisecondsOf(start.at)) return [];
  const since = `${start.name}${start.estimated ? '，暂按此算' : ''}`;
  return [`所填时间${momentOf(madeAt, now)}早于起算时间${momentOf(start.at, now)}（${since}）`];
};
/** What is done before a period begins counts for the last. */
const beforePeriod = ({ countsFrom }: Duty, { madeAt }: Body, now: number): string[] => {
  const at = typeof madeAt === 'string' ? millisecondsOf(madeAt) : now;
  if (countsFrom === undefined || at > millisecondsOf(countsFrom)) return [];
  return [`${momentOf(countsFrom, now, true)}前办理的算上期，上期已办`];
};
const unreached = ({ missingReceivers }: Duty, { to }: Body): string[] =>
  Array.isArray(to)
    ? missingReceivers
        .filter((group) => group.length > 0 && !group.some(({ id }) => to.includes(id)))
        .map((group) => `还没有报给${group.map(({ name }) => name).join('或')}`)
    : [];
const otherThanAsked = ({ fields, carried }: Opened, body: Body): string[] =>
  fields
    .filter(({ name }) => name in carried && typeof carried[name] !== 'object' && name in body)
    .filter(({ name }) => String(body[name]) !== String(carried[name]))
    .map(({ title }) => `“${title}”与这一项要求的不同`);

/** The duty that a form was opened for and that it does not meet, and why as far as is known. */
export interface Unmet {
  name: string;
  why: string[];
}
type Foreseen = Pick<TriedReply, 'wouldBe' | 'limits'>;
/** The duty that the form was opened for, where the form as it stands does not meet it; undefined: it does, or nobody expects it to. */
const leftOpen = (opened: Opened, tried: Foreseen): Duty | undefined => {
  const { open, meant, meets } = opened;
  const duty = meant === undefined ? undefined : dutyMeant(open, meant);
  if (meant === undefined || duty === undefined || !isOwed(duty) || tried.wouldBe === 'refused')
    return undefined;
  const isDone = tried.limits.some(
    ({ duty: id, occurrence, what }) =>
      id === meant.duty && occurrence === meant.occurrence && !['planned', 'moved', 'missed'].includes(what),
  );
  return isDone || !meets.includes(meant.duty) ? undefined : duty;
};

/** What an act does not meet though it was opened for it. A warning is met by its texts, which go out after it. */
export const unmetBy = (opened: Opened, body: Body, tried: Foreseen, now: number): Unmet | undefined => {
  const duty = leftOpen(opened, tried);
  if (duty === undefined || duty.warningDraft != null) return undefined;
  const why = [
    ...early(duty, body, now),
    ...beforePeriod(duty, body, now),
    ...unreached(duty, body),
    ...otherThanAsked(opened, body),
  ];
  return { name: dutyName(duty), why: why.map(spoken) };
};

/** The same as a form says it before it is sent. */
export const unmetWords = (opened: Opened, body: Body, tried: Foreseen, now: number): string | undefined => {
  const warning = leftOpen(opened, tried);
  if (warning?.warningDraft != null) return `“${dutyName(warning)}”在短信提交网关或者电话告知后办结`;
  const unmet = unmetBy(opened, body, tried, now);
  if (unmet === undefined) return undefined;
  const { name, why } = unmet;
  return `照这样填，不能办结“${name}”${why.length === 0 ? '' : `：${why.join('；')}`}`;
};

/** What a try says beside of times that answer nothing, but for what has been said of the duty that the form was opened for. */
export const otherNotes = (notes: readonly string[], unmet: string | undefined): string[] =>
  notes.filter((note) => {
    const [named] = /^所填时间.*(“.+?”)/.exec(spoken(note))?.slice(1) ?? [];
    return named === undefined || unmet?.includes(named) !== true;
  });
