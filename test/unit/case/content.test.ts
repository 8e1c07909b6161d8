import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CONTENT } from '../../../shared/case/events/content.ts';
import { CaseEvent, LogEntry } from '../../../shared/case/events.ts';
import { replay } from '../../../shared/case/evolve.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { PURGED, putBack, takeOut } from '../../../shared/records/log/content/salted-texts.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, head, leader, officer, opening } from '../../support/case-file.ts';
import { play, scenario } from './play.ts';

/** Fields that hold an id, an instant, a number of a series, or a word of the regulation's or the system's. */
const NO_CONTENT = new Set([
  // `of`: the case in whose log an act stands.
  ...['caseId', 'version', 'of'],
  // Instants.
  ...[
    'at',
    'before',
    'to',
    'due',
    'madeAt',
    'receivedAt',
    'publishedAt',
    'occurredAt',
    'outbreakAt',
    'detectedAt',
    'eventAt',
    'dateOnly',
    'estimated',
    'doubts',
    'enteredAt',
    'until',
    'answerBy',
    'notBefore',
    'reportedAt',
  ],
  ...['knownAt', 'calmedAt', 'arrivedAt', 'day', 'recordedAt', 'concludedAt', 'since', 'given'],
  'assignedAt',
  // Of the regulation.
  ...[
    'kind',
    'regardedAs',
    'flags',
    'flag',
    'warning',
    'unit',
    'instant',
    'countsFrom',
    'added',
    'removed',
    'level',
    'highest',
    'handling',
    'unrated',
    'cite',
  ],
  ...[
    'override',
    'from',
    'handlingFrom',
    'handlingTo',
    'authority',
    'scale',
    'form',
    'channel',
    'handleAs',
    'duty',
    'body',
  ],
  ...['decision', 'action', 'document', 'unmet', 'role', 'reachedRole', 'template', 'command', 'code'],
  'byReference.text',
  // What was counted, and by which rule.
  ...['spread.rule', 'growth.counter'],
  // What every 督办通知 asks.
  'demand',
  // Names of what an act carries, not what it says.
  'parts',
  // Of persons, items, notices, executions.
  ...[
    'id',
    'name',
    'feed',
    'by',
    'key',
    'person',
    'notTo',
    // Persons by their ids in the roster, and a number masked.
    'address',
    'settled',
    'among',
    'mobile',
    'ids',
    'people',
    'messageId',
    'execution',
    'occurrence',
    'stage',
    'number',
    // Cases, by their numbers.
    'into',
    'case',
    'formerly',
    // Numbers of what was received.
    'source.reference',
    'receipt',
    'answers',
    'notAdopted',
  ],
  'CaseOpened.sources.*.reference',
  'CaseTakenOver.sources.*.reference',
  'CaseTakenOver.received.*.reference',
  // What the system itself says; what is called `duty` among them may be a person's words.
  'variables',
  'NoticesHandedOver.handOvers.*.detail',
  'NoticesHandedOver.handOvers.*.error',
  'NoticeUndelivered.detail',
  'ClockContinued.reason',
  'ClockFaulted.error',
]);

interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
}
/** The paths of all strings that may be anything. */
const stringsOf = (schema: Schema, path: readonly string[] = []): string[] => [
  ...(schema.type === 'string' && schema.const === undefined && schema.enum === undefined
    ? [path.join('.')]
    : []),
  ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => stringsOf(part, [...path, name])),
  ...(schema.items === undefined ? [] : stringsOf(schema.items, [...path, '*'])),
  ...(typeof schema.additionalProperties === 'object'
    ? stringsOf(schema.additionalProperties, [...path, '*'])
    : []),
  ...(schema.anyOf ?? []).flatMap((part) => stringsOf(part, path)),
];
const events = (z.toJSONSchema(CaseEvent, { io: 'output' }) as Schema).oneOf!.map((schema) => ({
  type: `${schema.properties!.type!.const}` as CaseEvent['type'],
  strings: stringsOf(schema),
}));

/** A field goes by its own name, by that and the name of what it is in, or by its whole path; a list's items by the list's. */
const isNoContent = (type: string, path: string): boolean => {
  const steps = path.replace(/\.\*$/, '').split('.');
  return [steps.at(-1)!, steps.slice(-2).join('.'), `${type}.${path}`].some((name) => NO_CONTENT.has(name));
};

describe.each(events)('the free texts of $type', ({ type, strings }) => {
  it('are each said to be content or not to be', () => {
    const unsaid = strings.filter((path) => !CONTENT[type].includes(path) && !isNoContent(type, path));
    expect(
      unsaid,
      'List what a person writes in shared/case/events/content.ts, and what is an id or an instant here.',
    ).toEqual([]);
  });

  it('are there', () => {
    const isThere = (path: string): boolean =>
      strings.includes(path) || strings.includes(path.replace(/[^.]+$/, '*'));
    expect(CONTENT[type].filter((path) => !isThere(path))).toEqual([]);
  });
});

const clocksOf = (log: readonly LogEntry[]) =>
  scheduleCase(leizhou, replay(log)!).duties.map(({ duty, status, current, next }) => ({
    duty,
    status,
    current,
    next,
  }));
const withTexts = (log: readonly LogEntry[], keeps: boolean): LogEntry[] =>
  log.map((entry) => {
    const { events, texts } = takeOut(entry.events);
    return LogEntry.parse({ ...entry, events: putBack(events, keeps ? texts : {}, PURGED) });
  });

describe('a log whose content is taken out', () => {
  it('is the same once it is put back, and without it every clock stands as it stood', () => {
    fc.assert(
      fc.property(scenario, ([level, chosen]) => {
        const { log } = play(level, chosen);
        expect(withTexts(log, true)).toEqual(log);
        expect(clocksOf(withTexts(log, false))).toEqual(clocksOf(log));
      }),
      { numRuns: 30 },
    );
  });
});

it('what the system repeats of what people wrote lies beside the log too', () => {
  const file = caseFile();
  const sources = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 08:00') }];
  file.give('03-02 08:00', officer, opening({ level: 'orange', sources }));
  file.give('03-02 08:10', head, { type: 'DraftSupervisionOrder', reason: '处置不力' });
  const signed = { type: 'SignSupervisionOrder', order: 2, answerBy: at('03-04 18:00') } as const;
  file.give('03-02 08:20', head, { ...signed, orderNumber: '督1' } as CaseCommand);
  const call = { post: '来电岗位', at: at('03-02 08:25') };
  const release = { type: 'ReleaseDuty', duty: 'zhanjiangTelephone', call, reason: '对方已知' } as const;
  file.give('03-02 08:30', officer, release);
  file.give('03-02 08:40', leader, { type: 'ConfirmRelease', act: 4 });
  const events = file.log.flatMap((entry) => entry.events);
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'DutiesSettled',
      settled: [expect.objectContaining({ reason: expect.stringContaining('来电岗位电话') })],
    }),
  );
  const stored = JSON.stringify(takeOut(events).events);
  for (const text of ['处置不力', '来电岗位', '对方已知']) expect(stored).not.toContain(text);
});
