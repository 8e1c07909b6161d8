import type { ItemListReply, ItemReply } from '../../../shared/contracts/replies/items.ts';
import { titleOf } from '../../../shared/intake/warn.ts';
import type { ItemRecord } from '../../../shared/records/items.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createReplyParts, type ReplyParts } from '../../reply-parts.ts';

/** An item in a list; `caseId`: where it is, as far as the reader may know. */
export const itemRow = (
  regulation: Regulation,
  { feed, id, title, url, grade, detectedAt, outcome }: ItemRecord,
  caseId: string | undefined,
): ItemListReply['items'][number] => {
  const { level, time } = createReplyParts(regulation);
  return {
    feed,
    id,
    title,
    ...(url === undefined ? {} : { url }),
    warningLevel: level(grade.level),
    score: grade.score,
    detectedAt: time(detectedAt),
    outcome,
    case: caseId ?? null,
  };
};

const sourceOf = (
  { sources }: Regulation,
  source: ItemRecord['source'],
  { level, named, timeOrNull }: ReplyParts,
): ItemReply['source'] =>
  source === undefined
    ? null
    : {
        ...named(sources, source.kind),
        receivedAt: timeOrNull(source.receivedAt),
        ...(source.reference === undefined ? {} : { reference: source.reference }),
        regardedAs: source.regardedAs === undefined ? null : level(source.regardedAs),
      };

/** An item with all that its feed has said of it; whether who is on duty was told of it is the system's own mark. */
export const itemView = (
  regulation: Regulation,
  {
    caseId,
    source,
    unit,
    flags,
    grade,
    readings,
    collectedAt,
    warnings,
    enteredBy,
    alert: _,
    ...item
  }: ItemRecord,
): ItemReply => {
  const parts = createReplyParts(regulation);
  const flagsOf = (ids: readonly string[]) => ids.map((id) => parts.named(regulation.flags, id));
  const { level, handling, ...graded } = grade;
  return {
    ...item,
    publishedAt: parts.timeOrNull(item.publishedAt),
    detectedAt: parts.time(item.detectedAt),
    ...(collectedAt === undefined ? {} : { collectedAt: parts.time(collectedAt) }),
    eventAt: parts.timeOrNull(item.eventAt),
    ...(warnings === undefined
      ? {}
      : {
          warnings: warnings.map(({ as, isGrave = false, ...each }) => ({
            ...each,
            name: titleOf(as),
            isGrave,
          })),
        }),
    ...(enteredBy === undefined
      ? {}
      : { enteredBy: { ...enteredBy, at: parts.time(enteredBy.at), role: parts.role(enteredBy.role) } }),
    readings: readings.map(({ at, counters }) => ({ at: parts.time(at), counters })),
    source: sourceOf(regulation, source, parts),
    flags: flagsOf(flags),
    unit: unit === undefined ? null : parts.named(regulation.units, unit),
    grade: {
      ...graded,
      warningLevel: parts.level(level),
      handlingLevel: parts.level(handling),
      flags: flagsOf(grade.flags),
    },
    case: caseId ?? null,
  };
};
