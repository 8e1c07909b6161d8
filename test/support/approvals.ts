import type { Actor } from '../../shared/case/events.ts';
import type { PersonCommand } from '../../shared/rules/decide.ts';
import { at } from './case-file.ts';

type Command<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>;

/** An approval of a text, with the approver's own token. */
export const approval = (action: string, text?: string): Command<'RecordAction'> => ({
  type: 'RecordAction',
  action,
  ...(text === undefined ? {} : { text }),
});

/** The same entered by the office for the person who gave it by telephone at `when` (代录). */
export const enteredFor = (
  person: Actor,
  when: string,
  action: string,
  text = '回应口径第一稿',
): Command<'RecordAction'> => ({
  ...approval(action, text),
  onBehalf: { person: person.id, channel: '电话', at: at(when) },
});

/** What a body outside the bureau agreed to, as the office records it; `when`: when it did. */
export const consent = (action: string, body: string, when?: string): Command<'RecordAction'> => ({
  ...approval(action),
  outside: {
    body,
    who: '值班室',
    channel: '电话',
    at: at(when ?? '03-02 08:00'),
    reference: '通话记录1号',
  },
});

export const confirm = (act: number, agree = true, reason?: string): Command<'ConfirmAct'> => ({
  type: 'ConfirmAct',
  act,
  agree,
  ...(reason === undefined ? {} : { reason }),
});
export const withdraw = (act: number): Command<'WithdrawAct'> => ({
  type: 'WithdrawAct',
  act,
  reason: '误录',
});
