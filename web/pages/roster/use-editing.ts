import { useRef, useState } from 'preact/hooks';
import type { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import { Fault } from '../../api/fault.ts';
import { read, request } from '../../api/http.ts';
import { newKey } from '../../api/key.ts';
import { type Difference, differences } from '../../model/roster/differences.ts';
import { twice, withIds } from '../../model/roster/edit.ts';
import { type Line, linesOf, rolesOf } from '../../model/roster/lines.ts';
import { merge } from '../../model/roster/merge.ts';
import { type Places, placesOf } from '../../model/roster/refused.ts';
import type { BureauNames } from './names.ts';

const NOWHERE: Places = { lines: {}, posts: {}, reason: '', whole: '' };

/** What somebody else has done meanwhile. */
export interface Meanwhile {
  changed: RosterReply['changed'];
  theirs: Difference[];
  /** What both have changed, each otherwise. */
  both: string[];
}

export interface Editing {
  base: Line[];
  lines: Line[];
  setLines: (lines: Line[]) => void;
  diff: Difference[];
  places: Places;
  meanwhile: Meanwhile | undefined;
  /** What would be empty; asked before it is saved so. */
  question: string;
  forgetQuestion: () => void;
  isSending: boolean;
  /** `given`: the lines, where they have just become others. */
  save: (reason: string, confirmEmpty: boolean, given?: Line[]) => void;
}

/** My lines upon what somebody else has made of the roster, and what is to be said of it. */
const takenIn = (names: BureauNames, base: Line[], lines: Line[], theirs: RosterReply) => {
  const others = linesOf(theirs.roles);
  const merged = merge(base, lines, others);
  const both = differences(names, base, merged.lines).filter(({ key }) => merged.both.includes(key));
  const meanwhile: Meanwhile = {
    changed: theirs.changed,
    theirs: differences(names, base, others),
    both: both.map(({ text }) => text),
  };
  return { lines: merged.lines, meanwhile };
};

/** What is edited and saved: the roster that was read, and what it becomes. `onSaved`: it holds now. */
export const useEditing = (
  names: BureauNames,
  read0: RosterReply,
  onSaved: (saved: RosterReply) => void,
): Editing => {
  const [held, setHeld] = useState(read0);
  const [lines, setLines] = useState<Line[]>(() => linesOf(read0.roles));
  const [places, setPlaces] = useState<Places>(NOWHERE);
  const [meanwhile, setMeanwhile] = useState<Meanwhile>();
  const [question, setQuestion] = useState('');
  const [isSending, setSending] = useState(false);
  // One key for one save, also when its answer was lost: what is sent differently is another.
  const sent = useRef({ body: '', key: '' });
  const base = linesOf(held.roles);

  const takeIn = async (): Promise<void> => {
    const theirs = await read<RosterReply>('/v1/roster');
    const mine = takenIn(names, base, lines, theirs);
    setMeanwhile(mine.meanwhile);
    setHeld(theirs);
    setLines(mine.lines);
    setPlaces(NOWHERE);
  };
  const refused = async (fault: Fault, keys: Record<string, string[]>, tried: Line[]): Promise<void> => {
    if (fault.code === 'ROSTER_CHANGED') await takeIn();
    else if (fault.code === 'ROSTER_EMPTIES_POST') setQuestion(fault.message);
    else setPlaces(placesOf(fault, keys, tried, names));
  };
  const put = async (reason: string, confirmEmpty: boolean, ready: Line[]): Promise<void> => {
    const { roles, keys } = rolesOf(ready);
    const body = { version: held.version, roles, confirmEmpty, ...(reason === '' ? {} : { reason }) };
    const text = JSON.stringify(body);
    if (sent.current.body !== text) sent.current = { body: text, key: newKey() };
    try {
      const { body: saved } = await request<RosterReply>('/v1/roster', {
        method: 'PUT',
        body,
        key: sent.current.key,
      });
      if (saved !== undefined) onSaved(saved);
    } catch (error) {
      await refused(error instanceof Fault ? error : new Fault('UNKNOWN', String(error)), keys, ready);
    }
  };
  const save = (reason: string, confirmEmpty: boolean, given = lines): void => {
    setQuestion('');
    setPlaces(NOWHERE);
    const { lines: ready, clashes } = withIds(given, held.roles);
    const wrong = [...clashes, ...twice(names, ready)];
    if (wrong.length > 0) {
      const beside: Record<string, string> = {};
      for (const { key, message } of wrong) beside[key] = message;
      setPlaces({ ...NOWHERE, lines: beside });
      return;
    }
    setSending(true);
    put(reason, confirmEmpty, ready)
      .catch((error: Error) => setPlaces({ ...NOWHERE, whole: error.message }))
      .finally(() => setSending(false));
  };
  return {
    base,
    lines,
    setLines,
    diff: differences(names, base, lines),
    places,
    meanwhile,
    question,
    forgetQuestion: () => setQuestion(''),
    isSending,
    save,
  };
};
