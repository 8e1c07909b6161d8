import type { CaseInstants } from '../../shared/case/events.ts';
import { PAPER } from '../../shared/case/secret.ts';
import type { Moment } from '../../shared/contracts/instants.ts';
import type { OpenCase } from '../../shared/contracts/opening-command.ts';
import { type Grade, grade, gradeCase } from '../../shared/grading/grade.ts';
import { caseTitleOf, referenceOf } from '../../shared/office/item-record.ts';
import { instantsIn } from '../../shared/office/item-times.ts';
import type { ItemRecord } from '../../shared/records/items.ts';
import { SECRET_FLAG } from '../../shared/regulations/reserved.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { earliest } from '../../shared/time/instants.ts';

// What a case is opened with by hand: what was stated, and what the items say that it is opened about.

const gradeOf = (
  regulation: Regulation,
  command: OpenCase,
  items: readonly ItemRecord[],
  now: string,
): Grade => {
  const own = (): Grade =>
    grade(regulation, {
      text: `${command.title ?? ''}\n${command.text ?? ''}`,
      counters: {},
      observations: [],
      observedAt: now,
      flags: command.flags,
      ...(command.factors === undefined ? {} : { factors: command.factors }),
    });
  const grades = [
    ...items.map((item) => item.grade),
    ...(command.text !== undefined || command.factors !== undefined || items.length === 0 ? [own()] : []),
  ];
  return grades.length === 1 ? grades[0]! : gradeCase(regulation, grades);
};

/** What was said of when it began: instants, which of them are days only, and what is no instant at all. */
export const momentsIn = (given: OpenCase['instants']) => {
  const read = Object.entries(given).flatMap(([id, moment]): [string, Moment][] =>
    moment === undefined ? [] : [[id, typeof moment === 'string' ? { at: moment, dateOnly: false } : moment]],
  );
  const instants = read.flatMap(([id, moment]) => ('at' in moment ? [[id, moment.at] as const] : []));
  const dateOnly = read.flatMap(([id, moment]) => ('at' in moment && moment.dateOnly ? [id] : []));
  const unread = read.flatMap(([id, moment]) => ('text' in moment ? [[id, moment.text] as const] : []));
  return {
    instants: Object.fromEntries(instants) as CaseInstants,
    ...(dateOnly.length === 0 ? {} : { dateOnly }),
    ...(unread.length === 0 ? {} : { unread: Object.fromEntries(unread) }),
  };
};

/** The first publication, or event, of the items that a case is opened about; a day is none. */
const firstOf = (linked: readonly ItemRecord[], field: 'publishedAt' | 'eventAt') =>
  linked
    .flatMap((item) => {
      const at = instantsIn(item)[field];
      return at === undefined ? [] : [{ at, isEstimated: item.estimated?.includes(field) === true }];
    })
    .sort((one, other) => (one.at < other.at ? -1 : 1))[0];

/** What an opening by hand says of the case: as the note has it, else as the items that it is about. */
export const factsOf = (
  regulation: Regulation,
  command: OpenCase,
  linked: readonly ItemRecord[],
  at: string,
) => {
  const { instants: stated, dateOnly = [], unread } = momentsIn(command.instants);
  const found = {
    ...(stated.publishedAt === undefined ? { publishedAt: firstOf(linked, 'publishedAt') } : {}),
    ...(stated.eventAt === undefined ? { eventAt: firstOf(linked, 'eventAt') } : {}),
  };
  const ofItems = Object.entries(found).flatMap(([id, first]) =>
    first === undefined ? [] : [{ id, ...first }],
  );
  const estimated = ofItems.flatMap(({ id, isEstimated }) => (isEstimated ? [id] : []));
  // 发现 and 收到 of what was told by telephone is the call, whenever it was entered.
  const cameAt = command.call?.at ?? at;
  const detectedAt = stated.detectedAt ?? earliest(linked.map((item) => item.detectedAt)) ?? cameAt;
  return {
    type: 'OpenCase' as const,
    // Of a 涉密 one an item gives no title.
    title: command.title ?? (command.flags.includes(SECRET_FLAG) ? PAPER : caseTitleOf(linked[0]!)),
    how: 'hand' as const,
    sources: command.sources.map((source) =>
      regulation.sources.find(({ id }) => id === source.kind)?.from == null
        ? source
        : { ...source, receivedAt: source.receivedAt ?? cameAt },
    ),
    instants: {
      ...stated,
      detectedAt,
      ...Object.fromEntries(ofItems.map(({ id, at: said }) => [id, said])),
    },
    ...(dateOnly.length === 0 ? {} : { dateOnly }),
    ...(estimated.length === 0 ? {} : { estimated }),
    ...(unread === undefined ? {} : { unread }),
    flags: command.flags,
    items: linked.map(referenceOf),
    ...(command.text === undefined ? {} : { text: command.text }),
    ...(command.call === undefined ? {} : { call: command.call }),
    grade: gradeOf(regulation, command, linked, at),
    ...(command.unit === undefined ? {} : { unit: command.unit }),
    ...(command.level === undefined ? {} : { level: command.level }),
  };
};
