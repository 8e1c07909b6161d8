import type { FeedItem, ToldTime } from '../contracts/items.ts';
import { isAhead } from '../time/instants.ts';
import { cannotRead, givenAs, type Reading, say, use } from './reading.ts';
import { isLabelledUtc, readTime, type TimeReading } from './times/read-time.ts';
import { titleOf } from './warn.ts';

type TimeTarget = 'publishedAt' | 'eventAt' | 'collectedAt' | 'source.receivedAt';

interface Known {
  reference: string;
  /** The sender's times in UTC are shown to be none. */
  isFalseUtc: boolean;
  collectedAt?: string | undefined;
}

const timeAt = ({ mapping, now }: Reading, value: unknown, reference: string): TimeReading =>
  readTime(value, { zone: mapping.zone, dateOrder: mapping.dateOrder, now, reference });

/** A time as far as it may be believed, with all that the sender should know of it. */
const read = (reading: Reading, target: TimeTarget, value: unknown, known: Known): ToldTime | undefined => {
  const time = timeAt(reading, value, known.reference);
  const title = titleOf(target);
  // 收到 stands within what says how it came.
  const doubt = (why: string): undefined => {
    say(reading, target, { kind: 'doubted', message: `${title}${why},存疑,按原文保存,不据以起算`, value });
  };
  if (time.is === 'unread') {
    cannotRead(reading, target, '读不出时刻', { message: `${title}读不出时刻,按原文保存,不据以起算`, value });
    return undefined;
  }
  if (time.is === 'ahead')
    return doubt(time.asLocal ? '晚于现在,像是把当地时间标成了 UTC(Z),请写 +08:00' : '晚于现在');
  if (time.is === 'day') {
    say(reading, target, { kind: 'day', message: `${title}仅知日期,不据以起算,请写到时分`, value });
    return { at: time.dayEnd, isDay: true };
  }
  const isUtc = isLabelledUtc(value);
  if (isUtc && known.isFalseUtc) return doubt('标为 UTC(Z),而同一条的采集时间照此晚于现在,像是当地时间');
  if (isUtc && known.collectedAt !== undefined && isAhead(time.at, known.collectedAt))
    return doubt('标为 UTC(Z),照此晚于采集时间,像是当地时间');
  if (!time.isEstimated) return { at: time.at };
  const from = known.collectedAt === undefined ? '到达时间' : '采集时间';
  say(reading, target, {
    kind: 'estimated',
    message: `${title}按${from}推算,取可能的最早时间;请写明时刻`,
    value,
  });
  return { at: time.at, isEstimated: true };
};

/** When the sender first had it: only a time that needs no other to be read counts. */
const readCollected = (reading: Reading): Known => {
  const found = givenAs(reading, 'collectedAt');
  const nothing = { reference: reading.cameAt, isFalseUtc: false };
  if (found === undefined) return nothing;
  const time = timeAt(reading, found.value, reading.cameAt);
  if (time.is === 'instant' && !time.isEstimated) {
    use(reading, found);
    return { reference: time.at, isFalseUtc: false, collectedAt: time.at };
  }
  const isFalseUtc = time.is === 'ahead' && time.asLocal;
  if (time.is === 'ahead')
    say(reading, 'collectedAt', {
      kind: 'doubted',
      message: `采集时间晚于现在${isFalseUtc ? ',像是把当地时间标成了 UTC(Z),请写 +08:00' : ''},不采用`,
    });
  else cannotRead(reading, 'collectedAt', time.is === 'unread' ? '读不出时刻' : '不是确切的时刻');
  return { ...nothing, isFalseUtc };
};

/** When something was, as the item says it. */
export const readTimes = (
  reading: Reading,
): Pick<FeedItem, 'publishedAt' | 'eventAt' | 'collectedAt'> & {
  timeOf: (target: TimeTarget, value: unknown) => ToldTime | undefined;
} => {
  const known = readCollected(reading);
  const timeOf = (target: TimeTarget, value: unknown) => read(reading, target, value, known);
  const one = (target: 'publishedAt' | 'eventAt'): ToldTime | undefined => {
    const found = givenAs(reading, target);
    if (found === undefined) return undefined;
    const time = timeOf(target, found.value);
    // What stands for more than was written stays beside it, as it came.
    if (time !== undefined && time.isDay === undefined && time.isEstimated === undefined) use(reading, found);
    return time;
  };
  const [publishedAt, eventAt] = [one('publishedAt'), one('eventAt')];
  if (
    publishedAt !== undefined &&
    eventAt !== undefined &&
    isAhead(eventAt.at, publishedAt.at) &&
    !eventAt.isDay
  )
    say(reading, 'publishedAt', { kind: 'doubted', message: '公开时间早于事发时间,其中一项有误,请核对' });
  return {
    timeOf,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(eventAt === undefined ? {} : { eventAt }),
    ...(known.collectedAt === undefined ? {} : { collectedAt: known.collectedAt }),
  };
};
export type TimeOf = ReturnType<typeof readTimes>['timeOf'];
