import type { HandOver, Notice } from '../../shared/case/events.ts';
import type { CaseState } from '../../shared/case/state.ts';
import { addressesOf, type Rosters } from '../../shared/notices/addresses.ts';
import { nextTry } from '../../shared/notices/retry.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import { type Mailboxes, nameOf, type Waiting } from '../../shared/records/texts/mailboxes.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { latest } from '../../shared/time/instants.ts';

interface Queueing {
  mailboxes: Pick<Mailboxes, 'put' | 'boxOf'>;
  regulation: Regulation;
  rosters: Rosters;
  now: string;
}

/** One notice on its way to each of its numbers, but for those at which it is settled. */
const waitingFor = (
  { mailboxes, regulation, rosters, now }: Queueing,
  state: CaseState,
  notice: CaseState['pendingNotices'][string],
): Waiting[] | undefined => {
  const addressed = addressesOf(regulation, rosters, notice);
  if (addressed === undefined) return undefined;
  const { addresses, ...reached } = addressed;
  const among = addresses.map(({ address }) => address);
  return addresses
    .filter(({ address }) => !notice.settled.includes(address))
    .map(({ address, person: { id, name, mobile } }) => {
      const failedAt = notice.failed[address]?.at;
      const free = failedAt === undefined ? now : nextTry(failedAt, now, mailboxes.boxOf(mobile));
      return {
        mobile,
        person: id,
        name,
        address,
        tries: (state.undelivered[notice.key]?.[address] ?? -1) + 1,
        at: latest(notice.notBefore ?? now, free),
        ...(failedAt === undefined ? {} : { failedAt }),
        about: { caseId: state.caseId, notice: notice.key, role: notice.role, among, ...reached },
      };
    });
};

const toNobody = ({ key, role }: Notice, now: string): HandOver => ({
  key,
  status: 'nobody',
  role,
  among: [],
  at: now,
  detail: '名册中没有可通知的人',
});

/** Puts what a case has to tell into the mailboxes. Returns what is on its way, and what is for nobody. */
export const queueNotices = async (
  queueing: Queueing,
  state: CaseState,
): Promise<{ waiting: Waiting[]; toNobody: HandOver[] }> => {
  const waiting: Waiting[] = [];
  const unheard: HandOver[] = [];
  for (const notice of Object.values(state.pendingNotices)) {
    const texts = waitingFor(queueing, state, notice);
    if (texts === undefined) unheard.push(toNobody(notice, queueing.now));
    else waiting.push(...texts);
  }
  await mapEach(waiting, queueing.mailboxes.put);
  return { waiting: [...new Map(waiting.map((each) => [nameOf(each), each])).values()], toNobody: unheard };
};
