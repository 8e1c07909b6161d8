import type { ItemListReply, ItemReply } from '../../../shared/contracts/replies/items.ts';
import { titleOf } from '../../../shared/intake/warn.ts';
import type { ItemRecord } from '../../../shared/records/items.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { maskNumbersIn, maskNumbersWithin } from '../../../shared/rules/reading/numbers.ts';
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

/** An item without the numbers of people in it. */
export const withoutNumbers = (item: ItemRecord): ItemRecord => ({
  ...item,
  title: maskNumbersIn(item.title),
  ...(item.content === undefined ? {} : { content: maskNumbersIn(item.content) }),
  extra: maskNumbersWithin(item.extra) as ItemRecord['extra'],
  ...(item.warnings === undefined
    ? {}
    : { warnings: item.warnings.map((each) => ({ ...each, value: maskNumbersIn(each.value) })) }),
});

/** Changes of fields, as people call them. */
const changesOf = (changed: readonly string[]): { field: string; name: string }[] =>
  changed.map((field) => ({ field, name: titleOf(field) }));

/**
 * An item with all that its feed has said of it, by the newest or an earlier `version`; `versions` are all of them. Whether who is on duty
 * was told of it is the system's own mark.
 */
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
    versions = [],
    alert: _,
    ...item
  }: ItemRecord,
  version: number,
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
    version,
    versions: versions.map(({ changed, ...each }) => ({
      ...each,
      at: parts.time(each.at),
      changed: changesOf(changed),
    })),
  };
};
