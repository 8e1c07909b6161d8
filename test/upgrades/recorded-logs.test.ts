import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../shared/case/events.ts';
import { CaseState } from '../../shared/case/state.ts';
import { entryOf } from '../../shared/records/log/chain.ts';
import { firstBreak } from '../records/log/first-break.ts';
import { brokenPromises, type JsonSchema, unknownWords } from './contract-schema.ts';
import {
  COMES_LATER,
  eventTypesOf,
  logSchema,
  outcomeOf,
  readEvidence,
  recordings,
  statesOf,
} from './recorded-logs.ts';

const HOW_TO_RECORD = `Write the log's present schema down, with logs of today: node test/upgrades/record-logs.ts. An event
that no rehearsal shows needs a step in test/upgrades/stories/log-story.ts first.`;
const WHAT_TO_DO = `Entries of a log that was written before could not be read any more, or their hashes would be others:
every clock of such a case would fault for ever. A new field must be optional and must have no default (a default is
filled in when an entry is read, and the hash is taken over it); an old field, value or event stays. For another
meaning make another event.`;
const OTHER_OUTCOME = `A case that was opened before would now have other duties, orders or instants than it was told.
If that is a mistake mended on purpose, write the outcomes anew (the logs stay): node test/upgrades/record-logs.ts --outcomes.`;

const logs = recordings.flatMap(({ recording, logs: some }) =>
  some.map((log) => ({ ...log, title: `${recording}: ${log.name}` })),
);
const readAll = (entries: unknown[]): LogEntry[] => entries.map((entry) => entryOf(readEvidence(entry)));

describe('what is recorded of the log', () => {
  it('has every event that there is', () => {
    const recorded = new Set<string>(
      logs.flatMap(({ entries }) => readAll(entries).flatMap(({ events }) => events.map(({ type }) => type))),
    );
    const missing = eventTypesOf(logSchema()).filter(
      (type) => !recorded.has(type) && !COMES_LATER.includes(type),
    );
    expect(missing, HOW_TO_RECORD).toEqual([]);
  });

  it('has the schema as it is now', () => {
    expect(
      logSchema(),
      `${HOW_TO_RECORD} (If only zod writes it differently: write schema.json anew.)`,
    ).toEqual(recordings.at(-1)!.schema);
  });
});

describe.each(recordings)('the schema of recording $recording', ({ schema }) => {
  it('keeps its promises: what it let in is still read', () => {
    expect(brokenPromises('input', schema, logSchema()), WHAT_TO_DO).toEqual([]);
  });

  it('has nothing in it that is not compared', () => {
    expect([...unknownWords(schema), ...unknownWords(logSchema())]).toEqual([]);
  });
});

describe.each(logs)('the log $title', ({ entries, outcome }) => {
  it('is read as it was written, its chain of hashes whole', () => {
    expect(() => readAll(entries), WHAT_TO_DO).not.toThrow();
    const evidence = entries.map(readEvidence);
    expect(evidence, WHAT_TO_DO).toEqual(entries);
    expect(firstBreak(evidence), WHAT_TO_DO).toBeNull();
  });

  it('comes to a state at every entry', () => {
    const states = statesOf(readAll(entries));
    for (const state of states) expect(CaseState.safeParse(state).error).toBeUndefined();
    expect(states.at(-1)!.version).toBe(entries.length);
  });

  it('comes to the same duties, orders and instants', () => {
    expect(outcomeOf(readAll(entries)), OTHER_OUTCOME).toEqual(outcome);
  });
});

describe('an event of the log', () => {
  const recorded = recordings.at(-1)!.schema;
  /** The schema after a change of one event's own schema. */
  const changed = (type: string, change: (event: JsonSchema) => void): JsonSchema => {
    const schema = structuredClone(recorded);
    change(
      schema.properties!.events!.items!.oneOf!.find(({ properties }) => properties?.type?.const === type)!,
    );
    return schema;
  };
  const brokenBy = (type: string, change: (event: JsonSchema) => void): string[] =>
    brokenPromises('input', recorded, changed(type, change));

  it.each<[string, string, (event: JsonSchema) => void, string[]]>([
    [
      'loses a field',
      'CalmDeclared',
      ({ properties }) => delete properties!.reason,
      ['$.events[]<CalmDeclared>.reason is gone'],
    ],
    [
      'demands a field that was optional',
      'UnitAssigned',
      ({ required }) => required!.push('note'),
      ['$.events[]<UnitAssigned>.note is demanded'],
    ],
    [
      // In what is stored a default is there.
      'gets a field with a default',
      'CaseArchived',
      ({ properties, required }) => {
        properties!.shelf = { type: 'string', default: '' };
        required!.push('shelf');
      },
      ['$.events[]<CaseArchived>.shelf is demanded'],
    ],
    [
      'knows a word less',
      'NoticeAnswered',
      ({ properties }) => {
        properties!.how!.enum = ['read'];
      },
      ['$.events[]<NoticeAnswered>.how must not be telephoned'],
    ],
    [
      'takes no null any more',
      'CaseGraded',
      ({ properties }) => {
        properties!.grade!.properties!.score = { type: 'number' };
      },
      ['$.events[]<CaseGraded>.grade.score must not be null'],
    ],
    [
      'asks for a length',
      'CalmDeclared',
      ({ properties }) => {
        properties!.reason!.minLength = 1;
      },
      ['$.events[]<CalmDeclared>.reason has another minLength'],
    ],
    [
      'is called something else',
      'CaseArchived',
      ({ properties }) => {
        properties!.type!.const = 'CaseFiled';
      },
      ['$.events[] must not be CaseArchived'],
    ],
  ])('cannot be read when it %s', (_, type, change, broken) => {
    expect(brokenBy(type, change)).toEqual(broken);
  });

  it.each<[string, string, (event: JsonSchema) => void]>([
    [
      'has a new field that is optional',
      'CalmDeclared',
      ({ properties }) => {
        properties!.by = { type: 'string' };
      },
    ],
    [
      'need not have a field any more',
      'CalmDeclared',
      (event) => {
        event.required = event.required!.filter((field) => field !== 'reason');
      },
    ],
    [
      'knows a word more',
      'NoticeAnswered',
      ({ properties }) => {
        properties!.how!.enum!.push('visited');
      },
    ],
    [
      'takes null or any number',
      'ClockContinued',
      ({ properties }) => {
        properties!.generation = { anyOf: [{ type: 'number' }, { type: 'null' }] };
      },
    ],
  ])('can be read when it %s', (_, type, change) => {
    expect(brokenBy(type, change)).toEqual([]);
  });

  it('breaks the chain when a default is filled into what was written without it', () => {
    const [first, ...rest] = logs[0]!.entries.map(readEvidence);
    const [opened, ...others] = first!.stored.events;
    const filled = { ...first!.stored, events: [{ ...opened!, shelf: '' }, ...others] };
    expect(firstBreak([{ ...first!, stored: filled }, ...rest])).toBe(1);
  });
});
