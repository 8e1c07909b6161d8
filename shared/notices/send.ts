import type { HandOver, Notice } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import type { Roster } from '../contracts/roster.ts';
import { scheduleCase } from '../deadlines/schedule.ts';
import type { Deliveries } from '../records/deliveries.ts';
import { isPerUnit, levelOf, nameIn, roleName } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { shortLocal } from '../time/instants.ts';
import { numbersOf, recipientsOf } from './recipients.ts';
import { type Sent, sendOnce } from './send-once.ts';
import type { Sms } from './sms.ts';
import { render } from './templates.ts';

export interface Sending {
  regulation: Regulation;
  roster: Roster;
  /** What the roster was a day before, where a notice is for one person. */
  before: readonly Roster[];
  sms: Sms;
  deliveries: Deliveries;
  now: () => string;
}

const variablesOf = (regulation: Regulation, state: CaseState, notice: Notice): Record<string, string> => {
  const scheduled = scheduleCase(regulation, state).duties.find(({ duty }) => duty === notice.duty);
  const name =
    scheduled?.toldAs ??
    scheduled?.name ??
    (notice.duty === undefined ? undefined : nameIn(regulation.duties, notice.duty));
  return {
    sign: regulation.smsSignature,
    case: state.caseId,
    level: `${state.provisional ? '初判' : ''}${levelOf(regulation, state.handlingLevel).short}`,
    ...(name === undefined ? {} : { duty: name }),
    ...(notice.due === undefined
      ? {}
      : { due: `${shortLocal(notice.due, regulation.zone)}${scheduled?.provisional ? '(暂定)' : ''}` }),
    ...notice.variables,
  };
};

/** A unit's role is addressed, but no unit has the case yet. */
const isUnassigned = (regulation: Regulation, { role, unit }: Notice): boolean =>
  unit === undefined && isPerUnit(regulation, role);

/**
 * Sends one notice to everybody who holds its role. Undefined when another sender is at it just now: that one records
 * the hand-over. Handed over = at least one person's message was taken; a failure leaves the telephone.
 */
export const sendNotice = async (
  sending: Sending,
  state: CaseState,
  notice: Notice,
): Promise<HandOver | undefined> => {
  const { regulation, roster, sms, now } = sending;
  const recipients =
    (notice.person && numbersOf([roster, ...sending.before], notice.role, notice.person)) ||
    recipientsOf(regulation, roster, notice.role, notice.unit);
  const shared = { key: notice.key, role: notice.role };
  if (recipients === undefined)
    return {
      ...shared,
      status: 'nobody',
      people: [],
      at: now(),
      messageIds: [],
      detail: '名册中没有可通知的人',
    };
  const fallen =
    recipients.reachedRole === notice.role
      ? undefined
      : isUnassigned(regulation, notice)
        ? '尚未转办单位'
        : `${roleName(regulation, notice.role)}无人`;
  const message = render(notice.template, variablesOf(regulation, state, notice), fallen);
  const results: Sent[] = [];
  for (const [index, { id, mobile }] of recipients.people.entries()) {
    const about = { caseId: state.caseId, notice: notice.key, person: id };
    const send = () => sms.send(mobile, message, about);
    results.push(
      await sendOnce(
        sending,
        state.caseId,
        `${notice.key}#${id}${index > 0 && notice.person ? '#before' : ''}`,
        send,
      ),
    );
  }
  if (results.some((result) => 'pending' in result)) return undefined;
  const messageIds = results.flatMap((result) => ('messageId' in result ? result.messageId : []));
  const errors = results.flatMap((result) =>
    'error' in result ? [result.error instanceof Error ? result.error.name : 'Unknown'] : [],
  );
  return {
    ...shared,
    status: messageIds.length > 0 ? 'handedOver' : 'failed',
    ...(fallen === undefined ? {} : { reachedRole: recipients.reachedRole }),
    ...(isUnassigned(regulation, notice) ? { unassigned: true } : {}),
    people: [...new Set(recipients.people.map(({ id }) => id))],
    at: now(),
    messageIds,
    ...(errors.length > 0 ? { detail: `网关未接收:${[...new Set(errors)].join('、')}` } : {}),
  };
};
