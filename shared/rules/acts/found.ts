import type { CaseInstants, ItemReference, Source } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { instantName, nameIn } from '../../regulations/lookup.ts';
import type { InstantId, Regulation } from '../../regulations/schema.ts';
import { earliest, type Instant, momentInChinese } from '../../time/instants.ts';

// 发现 and 知晓: whoever states them, the bureau knew of the matter when something of it first came to it.

interface Come {
  items: readonly Pick<ItemReference, 'arrivedAt'>[];
  sources: readonly Pick<Source, 'receivedAt'>[];
}
/** When the first thing came to the bureau, as far as it has come: an item arrived, a source was received. */
export const firstCome = ({ items, sources }: Come): Instant | undefined =>
  earliest([
    ...items.flatMap(({ arrivedAt }) => arrivedAt ?? []),
    ...sources.flatMap(({ receivedAt }) => receivedAt ?? []),
  ]);

/** What of an opening tells of its receipts. */
interface Receipts {
  sources: readonly Pick<Source, 'kind' | 'receivedAt'>[];
  call?: { at?: string | undefined } | undefined;
}
const isAfterCall = ({ call }: Receipts, receivedAt: string | undefined): boolean =>
  receivedAt !== undefined && call?.at !== undefined && receivedAt > call.at;
/**
 * The sources of an opening: what came by a call was received with the call (收到), whatever else was stated. Of several sources
 * nobody knows which of them the call told of.
 */
export const sourcesAtOpening = <S extends Pick<Source, 'kind' | 'receivedAt'>>(
  sources: S[],
  call: Receipts['call'],
): S[] =>
  sources.length === 1
    ? sources.map((source) =>
        isAfterCall({ sources, call }, source.receivedAt) ? { ...source, receivedAt: call!.at! } : source,
      )
    : sources;

/** What an opening is told of receipts that it stated later than the call. */
export const notesOnReceipts = (
  { zone, sources: known }: Pick<Regulation, 'zone' | 'sources'>,
  { sources, call }: Receipts,
): string[] => {
  const late = sources.filter(({ receivedAt }) => isAfterCall({ sources, call }, receivedAt));
  if (late.length === 0 || late.length < sources.length) return [];
  const called = momentInChinese(call!.at!, zone);
  const [{ kind, receivedAt }] = late as [Required<(typeof late)[number]>];
  return late.length === 1
    ? [
        `“${nameIn(known, kind)}”收到时间填写为${momentInChinese(receivedAt, zone)},晚于来电时间,按${called}计`,
      ]
    : [`各来源的收到时间都晚于来电时间(${called}):请核实来电所说的是哪一来源,收到时间有误的请更正`];
};

interface Opening extends Come {
  instants: CaseInstants;
  dateOnly?: readonly string[];
  call?: { at?: string | undefined };
}
/**
 * The instants of an opening `now`: 发现 is the earliest of what was stated and of what had come by then, the call too; 知晓 is
 * no later, and neither is the day of 爆发 of which no time is known.
 */
export const instantsAtOpening = (
  { instants, dateOnly = [], call, ...come }: Opening,
  now: Instant,
): CaseInstants => {
  const { detectedAt, knownAt, outbreakAt } = instants;
  const found = [detectedAt, call?.at, firstCome(come)].reduce<Instant>(
    (first, at) => (at !== undefined && at < first ? at : first),
    now,
  );
  const isBeyond = (at: string | undefined): boolean => at !== undefined && at > found;
  return {
    ...instants,
    ...(isBeyond(detectedAt) ? { detectedAt: found } : {}),
    ...(isBeyond(knownAt) ? { knownAt: found } : {}),
    ...(dateOnly.includes('outbreakAt') && isBeyond(outbreakAt) ? { outbreakAt: found } : {}),
  };
};

/** What an opening is told of 发现 and 知晓 that count from an earlier instant than it stated. */
export const notesOnFound = (
  regulation: Regulation,
  { instants, dateOnly = [] }: Pick<Opening, 'instants' | 'dateOnly'>,
  state: Pick<CaseState, 'instants'>,
): string[] =>
  (['detectedAt', 'knownAt'] as const satisfies InstantId[]).flatMap((id) => {
    const [stated, counted] = [instants[id], state.instants[id]];
    if (stated === undefined || counted === undefined || stated <= counted || dateOnly.includes(id))
      return [];
    const { zone } = regulation;
    return [
      `${nameIn(regulation.instants, id)}时间填写为${momentInChinese(stated, zone)},晚于本局最早知悉的时间,按${momentInChinese(counted, zone)}计`,
    ];
  });

/** What an opening is told of a beginning that its items themselves say earlier than it stated. */
export const notesOnOwnTimes = (
  regulation: Regulation,
  { instants }: Pick<Opening, 'instants'>,
  state: Pick<CaseState, 'instants' | 'items'>,
): string[] =>
  (['publishedAt', 'eventAt'] as const).flatMap((id) => {
    const [stated, counted] = [instants[id], state.instants[id]];
    const isItems = state.items.some((item) => item[id] === counted);
    if (stated === undefined || counted === undefined || stated === counted || !isItems) return [];
    const { zone } = regulation;
    const name = instantName(regulation, id);
    return [
      `“${name}”填写为${momentInChinese(stated, zone)},与所引用信息自身的时间不符,按${momentInChinese(counted, zone)}计;确需改晚的,由有权的人更正`,
    ];
  });

/** What an opening is told of what it stated as an instant and what is none. */
export const notesOnUnread = (regulation: Regulation, { unread }: Pick<CaseState, 'unread'>): string[] =>
  Object.entries(unread).map(
    ([id, text]) =>
      `“${instantName(regulation, id)}”填写为“${text}”,无法识别:按原文保存,不据以起算,请核实后更正`,
  );
