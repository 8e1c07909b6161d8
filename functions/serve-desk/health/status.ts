import type { ClocksHealth, StatusReply } from '../../../shared/contracts/replies/health.ts';
import { missingList } from '../../../shared/deadlines/days/missing-list.ts';
import type { Signs, Sweep } from '../../../shared/records/register/signs.ts';
import type { Mailboxes } from '../../../shared/records/texts/mailboxes.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import { refuseStatus } from '../../../shared/rules/reading/status.ts';
import type { HttpEvent } from '../../http.ts';
import { createReplyParts } from '../../reply-parts.ts';
import { signsShown } from '../feeds/signs.ts';
import { throwIfRefused } from '../sight.ts';
import type { VitalSigns } from './vital-signs.ts';

/** Where the records of this system lie. */
export interface RecordsPlace {
  kind: StatusReply['records']['kind'];
  /** Room left on its disk, in bytes. */
  freeBytes?: () => Promise<number>;
}
interface Dependencies {
  signs: Signs;
  mailboxes: Pick<Mailboxes, 'waitingSince'>;
  regulation: Regulation;
  now: () => string;
  records?: RecordsPlace;
}

const DAYS = 30;
const LATE_AFTER_MILLISECONDS = 5 * 60_000;
const MOST_COUNTED = 200;
const MEGABYTE = 1024 * 1024;

const CLOCKS: Readonly<Record<ClocksHealth, string>> = {
  ok: '时钟正常',
  starting: '刚刚启动,还没有巡检过',
  unattended: '超过十五分钟没有巡检,停摆的时钟无人重新启动',
  unreachable: '时钟服务没有应答',
};

const before = (at: string, milliseconds: number): string =>
  new Date(Date.parse(at) - milliseconds).toISOString();

/** `GET /v1/status`: how the system does, for the people of the bureau. Of no case and of no person. */
export const createStatus = (
  vitalSigns: VitalSigns,
  { signs, mailboxes, regulation, now, records = { kind: 'memory' } }: Dependencies,
) => {
  const { time, timeOrNull } = createReplyParts(regulation);
  const sweepView = ({ notTaken: _, calls: __, ...shown }: Sweep): StatusReply['sweep'] => ({
    ...shown,
    at: time(shown.at),
  });
  const lateTexts = async (at: string) => {
    const since = await mailboxes.waitingSince(before(at, LATE_AFTER_MILLISECONDS), MOST_COUNTED + 1);
    return {
      late: Math.min(since.length, MOST_COUNTED),
      more: since.length > MOST_COUNTED,
      oldest: timeOrNull(since[0]),
    };
  };
  const feedSigns = async (): Promise<StatusReply['feeds']> =>
    (await signs.feeds()).map((sign) => signsShown({ time }, sign));

  return async (_event: HttpEvent, reading: Reading): Promise<StatusReply> => {
    throwIfRefused(refuseStatus(reading));
    const at = now();
    const { health, sweep } = await vitalSigns();
    const [dead, texts, feeds, free] = await Promise.all([
      signs.deadClocks(before(at, DAYS * 86_400_000)),
      lateTexts(at),
      feedSigns(),
      records.freeBytes?.(),
    ]);
    return {
      ...health,
      clocksText: CLOCKS[health.clocks],
      regulation: { id: regulation.id, version: regulation.version },
      records: { kind: records.kind, freeMegabytes: free === undefined ? null : Math.floor(free / MEGABYTE) },
      missingHolidayYear: missingList(regulation, at)?.year ?? null,
      sweep: sweep === undefined ? null : sweepView(sweep),
      deadClocks: { days: DAYS, count: dead.count, last: timeOrNull(dead.last) },
      texts: { ...texts, notTaken: sweep?.notTaken ?? null, calls: sweep?.calls ?? null },
      feeds,
    };
  };
};
