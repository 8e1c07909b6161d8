import { versionOf } from '../../../shared/case/item-version.ts';
import { isLeftOut } from '../../../shared/contracts/replies/intake/left-out.ts';
import type { ItemListReply, ItemReply } from '../../../shared/contracts/replies/items.ts';
import { titleOf } from '../../../shared/intake/warn.ts';
import { countersOf } from '../../../shared/office/item-record.ts';
import type { ItemRecord } from '../../../shared/records/items.ts';
import { knownCitations } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { becameOf } from '../../../shared/rules/items/judging.ts';
import { isGrave } from '../../../shared/rules/items/signs.ts';
import { maskNumbersIn, maskNumbersWithin } from '../../../shared/rules/reading/numbers.ts';
import { createReplyParts, outOfView, type ReplyParts, suspectedView } from '../../reply-parts.ts';

/** `mayJudge`: whether the reader may say of it that it is read, or not the bureau's. */
interface Reader {
  mayJudge: boolean;
}
/** An item in a list; `caseId`: where it is, as far as the reader may know. */
export const itemRow = (
  regulation: Regulation,
  item: ItemRecord,
  { caseId, mayJudge }: Reader & { caseId: string | undefined },
): ItemListReply['items'][number] => {
  const {
    feed,
    id,
    title,
    url,
    grade,
    detectedAt,
    outcome,
    readings,
    suspected,
    formerCase,
    warnings = [],
  } = item;
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
    became: becameOf(regulation, item),
    isGrave: isGrave(regulation, item),
    reasons: grade.reasons,
    counters: countersOf(readings),
    doubts: warnings.filter(isLeftOut).length,
    version: versionOf(item),
    mayJudge,
    case: caseId ?? null,
    ...suspectedView(suspected),
    ...(formerCase === undefined ? {} : { formerCase }),
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

const enteredView = (
  by: ItemRecord['enteredBy'],
  { time, role }: ReplyParts,
): Pick<ItemReply, 'enteredBy'> =>
  by === undefined ? {} : { enteredBy: { ...by, at: time(by.at), role: role(by.role) } };

/** Of which rank its medium is, and where in a hot list it stands. */
const ranksOf = (
  { grading }: Regulation,
  item: ItemRecord,
  { named }: ReplyParts,
): Pick<ItemReply, 'mediaTier' | 'hotSearch'> =>
  Object.fromEntries(
    (['mediaTier', 'hotSearch'] as const).flatMap((rank) => {
      const [id, values] = [item[rank], grading.heat.ranks.find((each) => each.id === rank)?.values ?? []];
      return id === undefined ? [] : [[rank, named(values, id)]];
    }),
  );

/** An item without the numbers of people in it. */
export const withoutNumbers = (item: ItemRecord): ItemRecord => ({
  ...item,
  title: maskNumbersIn(item.title),
  ...(item.content === undefined ? {} : { content: maskNumbersIn(item.content) }),
  extra: maskNumbersWithin(item.extra) as ItemRecord['extra'],
  ...(item.warnings === undefined
    ? {}
    : { warnings: item.warnings.map((each) => ({ ...each, value: maskNumbersIn(each.value) })) }),
  ...(item.judgements === undefined
    ? {}
    : {
        judgements: item.judgements.map((each) => ({
          ...each,
          ...(each.reason === undefined ? {} : { reason: maskNumbersIn(each.reason) }),
        })),
      }),
});

const warningsOf = (warnings: ItemRecord['warnings']): Pick<ItemReply, 'warnings'> =>
  warnings === undefined
    ? {}
    : {
        warnings: warnings.map(({ as, isGrave = false, ...each }) => ({
          ...each,
          name: titleOf(as),
          isGrave,
        })),
      };

/** Changes of fields, as people call them. */
const changesOf = (changed: readonly string[]): { field: string; name: string }[] =>
  changed.map((field) => ({ field, name: titleOf(field) }));

/** Which of its versions is shown, and what has become of the item as it stands. */
interface Shown extends Reader {
  /** Whether he may say of a suspicion that it is none. */
  mayDeny: boolean;
  version: number;
  became: ItemReply['became'];
}

/**
 * An item with all that its feed has said of it, by the newest or an earlier `version`; `versions` are all of them. Whether who is on duty
 * was told of it is the system's own mark.
 */
export const itemView = (
  regulation: Regulation,
  record: ItemRecord,
  { mayJudge, mayDeny, version, became }: Shown,
): ItemReply => {
  const {
    caseId,
    source,
    unit,
    flags,
    grade,
    readings,
    collectedAt,
    warnings,
    enteredBy,
    judgements = [],
    versions = [],
    suspected,
    outOf,
    mediaTier,
    hotSearch,
    alert: _,
    ...item
  } = record;
  const parts = createReplyParts(regulation);
  const flagsOf = (ids: readonly string[]) => ids.map((id) => parts.named(regulation.flags, id));
  const { level, handling, reasons, ...graded } = grade;
  return {
    ...item,
    publishedAt: parts.timeOrNull(item.publishedAt),
    detectedAt: parts.time(item.detectedAt),
    ...(collectedAt === undefined ? {} : { collectedAt: parts.time(collectedAt) }),
    eventAt: parts.timeOrNull(item.eventAt),
    ...warningsOf(warnings),
    ...enteredView(enteredBy, parts),
    readings: readings.map(({ at, counters }) => ({ at: parts.time(at), counters })),
    ...ranksOf(regulation, record, parts),
    source: sourceOf(regulation, source, parts),
    flags: flagsOf(flags),
    unit: unit === undefined ? null : parts.named(regulation.units, unit),
    grade: {
      ...graded,
      warningLevel: parts.level(level),
      handlingLevel: parts.level(handling),
      flags: flagsOf(grade.flags),
      reasons: reasons.map((reason) => ({ ...reason, clauses: knownCitations(regulation, reason.cite) })),
    },
    became,
    isGrave: isGrave(regulation, record),
    judgements: judgements.map(({ as, case: of, at, by, reason }) => ({
      as,
      ...(of === undefined ? {} : { case: of }),
      at: parts.time(at),
      by: { ...by, role: parts.role(by.role) },
      ...(reason === undefined ? {} : { reason }),
    })),
    mayJudge,
    mayDeny,
    case: caseId ?? null,
    version,
    versions: versions.map(({ changed, ...each }) => ({
      ...each,
      at: parts.time(each.at),
      changed: changesOf(changed),
    })),
    ...suspectedView(suspected),
    ...outOfView(outOf?.caseId === caseId ? undefined : outOf),
  };
};
