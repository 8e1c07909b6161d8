import { useRef, useState } from 'preact/hooks';
import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { now } from '../../api/clock.ts';
import type { Fault } from '../../api/fault.ts';
import { newKey } from '../../api/key.ts';
import { type Wrong, wrongIn } from '../../model/forms/check.ts';
import { wrongBy } from '../../model/forms/problems.ts';
import { lostWords, type Outcome, type Sending } from '../../model/forms/sending.ts';
import { type Value, type Values, withValue } from '../../model/forms/values.ts';
import { useEarlier } from './earlier/use-earlier.ts';
import { dropDraft, dropForm, keepForm, recallDraft, recallOut, useDraft } from './use-draft.ts';
import { useSending } from './use-sending.ts';
import { type Tried, useTry } from './use-try.ts';

interface Setup<Reply, Tried> {
  /** As they are where this stands in it. */
  fields: (values: Values) => readonly FormField[];
  /** What stands in it before anybody has filled in anything. */
  start: Values;
  /** What it comes to. */
  bodyOf: (values: Values) => Record<string, unknown>;
  path: string;
  /** The version of the case as it is now; undefined: there is no case yet. */
  version: number | undefined;
  /** Undefined: it is an opening. */
  caseId: string | undefined;
  /** Under which name a draft of it lies. */
  name: string;
  /** Which case's and which command's it is. */
  place: string;
  /** Whether nothing of it may lie on the device. */
  isSecret: (values: Values) => boolean;
  /** Told at once, and not with the next picture: what follows from an act may take its form away. */
  onDone?: (done: Done<Reply, Tried>, body: Readonly<Record<string, unknown>>) => void;
}
export interface Done<Reply, Tried> {
  /** Undefined: it was done, and its answer is gone. */
  reply: Reply | undefined;
  /** It is what had been sent before, and not what stands in the form. */
  isEarlier: boolean;
  /** What it was going to do, as far as that was asked of just this. */
  tried: Tried | undefined;
}

/** What a try says against it. */
const refusedBy = (tried: { reply: TriedReply | undefined }, fields: readonly FormField[]): Wrong[] =>
  tried.reply?.refusal == null ? [] : wrongBy(tried.reply.refusal, fields);

/** What a try says is written wrongly: at fields that somebody has filled in, since the others are still to come. */
const malformedBy = (fault: Fault | undefined, fields: readonly FormField[]): Wrong[] =>
  fault === undefined || fault.problems.length === 0
    ? []
    : wrongBy(fault, fields).filter(({ path }) => path !== '');

/** What came of it, beside what it was going to do. */
const doneWith = <Reply, Tried>(
  outcome: { reply: Reply | undefined; isEarlier: boolean },
  { reply, of }: { reply: Tried | undefined; of: string },
  body: object,
): Done<Reply, Tried> => ({
  ...outcome,
  tried: !outcome.isEarlier && of === JSON.stringify(body) ? reply : undefined,
});

/** What is wrong before anybody has tried to send it. */
const foreseen = (tried: Tried<TriedReply>, fields: readonly FormField[]): Wrong[] => [
  ...refusedBy(tried, fields),
  ...malformedBy(tried.fault, fields),
];

/** Of an opening: a case has no version yet that would tell. */
const SENT_BESIDE: Wrong = {
  path: '',
  message:
    '本机另一页已用这份草稿提交过，内容与现在填的不同；现在填的尚未提交。请先看案卷列表里有没有这一案，没有的再提交一次。',
};

/** What a form holds, as it was when somebody left it. */
const useHeld = ({
  start,
  name,
  place,
  version: present,
}: Pick<Setup<never, never>, 'start' | 'name' | 'place' | 'version'>) => {
  const [restored, setRestored] = useState(() => recallDraft(name));
  const [values, setValues] = useState<Values>(restored?.values ?? start);
  const [sending, setSending] = useState<Sending>(() => recallOut(place, restored) ?? { key: newKey() });
  const [version, setVersion] = useState(restored?.version ?? present);
  return { restored, setRestored, values, setValues, sending, setSending, version, setVersion };
};

/** What of it lies on the device, and what is known of what was sent before the page was opened anew. */
const useKept = (
  { name, place, start, caseId, ...setup }: Setup<never, never>,
  { values, sending, setSending, version }: ReturnType<typeof useHeld>,
  isDone: boolean,
) => {
  // What was 涉密 when it went out is kept nowhere, whatever the form has become since.
  const isSecret = setup.isSecret(values) || sending.unsettled?.isSecret === true;
  const keptAs = useDraft({ name, place, start }, { isSecret, isDone }, { values, sending, version });
  /** At once and not with the next picture: what is out must be known after a crash, and after the session has ended. */
  const hold = (next: Sending): void => {
    setSending(next);
    keepForm({ name, place }, isSecret, { values, sending: next, version });
  };
  const earlier = useEarlier(caseId, sending, () => hold({ key: newKey() }));
  return { isSecret, keptAs, hold, earlier };
};

/** What it was answered with. */
const useAnswered = <Reply, Tried extends TriedReply>() => {
  const [wrongs, setWrongs] = useState<readonly Wrong[]>([]);
  const [lost, setLost] = useState('');
  const [conflict, setConflict] = useState(false);
  const [done, setDone] = useState<Done<Reply, Tried>>();
  const [isSummed, setSummed] = useState(false);
  const [isOfAll, setOfAll] = useState(false);
  /** He has been shown what others did, and has not sent it again yet. */
  const [isSeen, setSeen] = useState(false);
  /** What is to be changed is summed up on top, once somebody has tried to send it. `ofAll`: it is of all that stands there together. */
  const tell = (found: readonly Wrong[], ofAll = false): void => {
    setWrongs(found);
    setOfAll(ofAll);
    setSummed(true);
  };
  /** What stands in a place is another now. */
  const forgetAt = (place: string): void => {
    setWrongs((before) => (isOfAll ? [] : before.filter(({ path }) => path !== place && path !== '')));
  };
  /** He has seen what others did; what was said of it before is of a case that there is no more. */
  const goneOn = (): void => {
    setConflict(false);
    setWrongs([]);
    setSeen(true);
  };
  const shown = { wrongs, setWrongs, isSummed, tell, forgetAt };
  return { ...shown, lost, setLost, conflict, setConflict, done, setDone, isSeen, setSeen, goneOn };
};

/** A form from its opening to what came of it. */
export const useFormState = <Reply, Tried extends TriedReply>(setup: Setup<Reply, Tried>) => {
  const { start, path, name, place } = setup;
  const held = useHeld(setup);
  const { restored, setRestored, values, setValues, sending, version, setVersion } = held;
  const answered = useAnswered<Reply, Tried>();
  const { wrongs, setWrongs, lost, setLost, conflict, setConflict, done, setDone, tell } = answered;
  const { setSeen, forgetAt, goneOn } = answered;
  const [askedAgain, setAskedAgain] = useState(0);

  const fields = setup.fields(values);
  const body = setup.bodyOf(values);
  const own = wrongIn(fields, values, now.value);
  const isWhole = own.length === 0;
  const asked = isWhole && done === undefined ? body : undefined;
  const tried = useTry<Tried>(path, asked, `${setup.version} ${askedAgain}`);
  const { isSecret, keptAs, hold, earlier } = useKept(setup, held, done !== undefined);
  const { isBusy, send } = useSending<Reply>({ path, sending, setSending: hold });
  const latest = useRef(tried);
  latest.current = tried;

  const change = (at: readonly string[], value: Value | undefined): void => {
    setValues((before) => withValue(before, at, value));
    forgetAt(at.join('.'));
  };

  const settle = async (outcome: Outcome<Reply, Fault>): Promise<void> => {
    if (outcome.is === 'lost') setLost(lostWords(outcome.fault));
    else if (outcome.is === 'unlike') await (sending.wordless ? earlier.ask(true) : tell([SENT_BESIDE]));
    else if (outcome.is === 'done') {
      dropForm({ name, place });
      const what = doneWith<Reply, Tried>(outcome, latest.current, body);
      setDone(what);
      setup.onDone?.(what, body);
    } else if (outcome.fault.code === 'CASE_CHANGED') setConflict(true);
    else tell(wrongBy(outcome.fault, fields), outcome.fault.problems.length === 0);
  };
  const submit = async (): Promise<void> => {
    const isOut = sending.unsettled !== undefined;
    if (!isWhole && !isOut) return tell(own);
    // What is known to be refused is not sent, to stand as refused in the file; it is asked once more whether it still is.
    const refused = tried.of === JSON.stringify(body) ? refusedBy(tried, fields) : [];
    if (refused.length > 0 && !isOut) {
      setAskedAgain(askedAgain + 1);
      return tell(refused, true);
    }
    setLost('');
    setSeen(false);
    const outcome = await send({
      body,
      ...(version !== undefined && { version }),
      ...(isSecret && { isSecret }),
    });
    if (outcome !== undefined) await settle(outcome);
  };

  /** Begins anew without the draft. */
  const startOver = (): void => {
    dropDraft(name);
    setRestored(undefined);
    setValues(start);
    setWrongs([]);
    setVersion(setup.version);
  };
  /** Goes on, on what he has been shown of what the case has become meanwhile, and no more: what came after it is refused again, and shown. */
  const goOn = (seen: number): void => {
    setVersion(seen);
    goneOn();
  };
  return {
    ...{ fields, values, body, version, sending, restored, keptAs, tried, isWhole, isBusy },
    /** What is still to be filled in, or is filled in wrongly. */
    own,
    /** What was sent before the page was opened anew, and said nowhere. */
    earlier,
    ...{ lost, conflict, done, isSeen: answered.isSeen },
    /** What is shown at the fields. */
    wrongs: wrongs.length > 0 ? wrongs : foreseen(tried, fields),
    isSummed: answered.isSummed && wrongs.length > 0,
    ...{ change, submit, startOver, goOn },
  };
};
export type FormHeld<Reply, Tried extends TriedReply> = ReturnType<typeof useFormState<Reply, Tried>>;
