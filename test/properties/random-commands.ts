import fc from 'fast-check';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { suggestion } from '../support/case-file.ts';

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
/** One of these, or nothing to choose from: then the command names what does not exist, and is refused. */
const oneOf = (list: readonly string[]): fc.Arbitrary<string> =>
  list.length === 0 ? fc.constant('nothing') : fc.constantFrom(...list);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const record = <T>(type: string, shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record({ type: fc.constant(type), ...shape }) as unknown as fc.Arbitrary<CaseCommand>;
type Weighted = [number, fc.Arbitrary<CaseCommand>];
/** From what may be empty in a bureau. */
const anyOf = (weight: number, commands: readonly CaseCommand[]): Weighted[] =>
  commands.length === 0 ? [] : [[weight, fc.constantFrom(...commands)]];

const text = fc.constant('随机');
/** Where one word says nothing. */
const words = fc.constant('随机写下的一条理由');
const none = fc.constant([]);
/** Only the telling knows which instant, and which entry of the log (telling.ts). */
const at = fc.constant('');
const entry = fc.constant(0);

/** What people do about a matter, also in somebody else's name. */
const actsIn = (regulation: Regulation): Weighted[] => {
  const action = oneOf(idsOf(regulation.actions));
  const personal = regulation.actions.filter(
    ({ by, approval }) => by !== undefined && approval !== 'outside',
  );
  const agreed = regulation.actions.flatMap(({ id, bodies = [] }) => bodies.map((body) => ({ id, body })));
  return [
    [
      6,
      record('FileReport', {
        kind: oneOf(idsOf(regulation.reportKinds)),
        form: oneOf(idsOf(regulation.reportForms)),
        to: fc.uniqueArray(oneOf(idsOf(regulation.roles)), { minLength: 1, maxLength: 3 }),
      }),
    ],
    [5, record('RecordAction', { action })],
    ...anyOf(
      2,
      personal.map(({ id, by }) => ({
        type: 'RecordAction',
        action: id,
        onBehalf: { person: `p-${by![0]}`, channel: '电话', at: '', text: '随机' },
      })),
    ),
    ...anyOf(
      1,
      agreed.map(({ id, body }) => ({
        type: 'RecordAction',
        action: id,
        outside: { body, who: '值班室', channel: '电话', at: '', reference: '通话记录1号' },
      })),
    ),
    [3, record('RecordPublication', { form: oneOf(idsOf(regulation.publicationForms)) })],
    [2, record('RecordMeeting', {})],
    [2, record('RecordDecision', { decision: oneOf(idsOf(regulation.decisions)), outcome: text })],
    [1, record('StartPlan', {})],
    [1, record('EndPlan', { reason: text })],
    ...anyOf(
      2,
      regulation.documents.map(({ id, fields }) => ({
        type: 'IssueDocument',
        document: id,
        fields: Object.fromEntries(fields.map((field) => [field, '已填'])),
      })),
    ),
    [3, record('ConfirmAct', { act: entry, agree: fc.nat(3).map((each) => each > 0), reason: text })],
    [2, record('WithdrawAct', { act: entry, reason: text })],
  ];
};

/** What the case is about, how grave it is, and when it began. */
const factsIn = (regulation: Regulation): Weighted[] => {
  const levels = idsOf(regulation.scales[0]!.levels);
  const level = oneOf(levels);
  const flags = oneOf(idsOf(regulation.flags)).map((each) => [each]);
  const kind = oneOf(idsOf(regulation.sources));
  const reference = maybe(fc.constantFrom('1号', '2号'));
  const source = fc.record({ kind, reference });
  const rated = regulation.scales.filter(({ use }) => use === 'rating');
  return [
    [3, record('ChangeLevel', { level, reason: text, authority: fc.constant('change') })],
    [2, record('ConfirmGrade', { level, reason: text })],
    [2, record('ApproveLevelChange', {})],
    [1, record('RejectLevelChange', { reason: text })],
    [2, record('SetFlags', { add: flags, remove: none, reason: text })],
    [1, record('SetFlags', { add: none, remove: flags, reason: text })],
    [2, record('AddSource', { source })],
    [
      3,
      record('AttachItem', {
        item: fc.record({
          feed: fc.constant('f'),
          id: fc.constantFrom('1', '2', '3'),
          title: text,
          publishedAt: maybe(at),
        }),
        grade: level.map(suggestion),
        flags: fc.oneof(none, flags),
        source: maybe(source),
      }),
    ],
    [
      3,
      record('CorrectInstant', {
        instant: oneOf(idsOf(regulation.instants)),
        at,
        reason: text,
        reference: text,
      }),
    ],
    ...anyOf(
      8,
      rated.flatMap(({ id, levels: each }) =>
        each.map((one) => ({ type: 'RateCase', scale: id, level: one.id, reason: '随机' })),
      ),
    ),
  ];
};

/** What is done to limits, and how the matter goes on and ends. */
const phasesIn = (regulation: Regulation): Weighted[] => {
  const duty = oneOf(idsOf(regulation.duties));
  const unit = oneOf(idsOf(regulation.units));
  // Whoever acts for a unit is of the first.
  const own = oneOf(idsOf(regulation.units).slice(0, 1));
  const later = fc.integer({ min: 60, max: 30 * 24 * 60 });
  const reasons = Object.fromEntries(regulation.duties.map(({ id }) => [id, '随机写下的理由']));
  const instant = later.map((minutes) => new Date(START + minutes * 60_000).toISOString());
  return [
    [3, record('AssignUnit', { unit: fc.oneof(own, unit) })],
    [
      2,
      fc.oneof(
        record('AssignUnit', { unit, part: fc.constant('joint') }),
        record('WithdrawUnit', { unit, reason: words }),
        record('ReturnCase', { reason: words }),
        record('DecideReturn', { act: entry, agree: fc.boolean(), to: maybe(unit), reason: words }),
      ),
    ],
    [1, record('Acknowledge', {})],
    [1, record('HoldDuty', { duty, reason: text })],
    [1, record('ResumeDuty', { duty, reason: text })],
    [2, record('ExtendDuty', { duty, to: instant, reason: text })],
    [2, record('SetDeadline', { duty, due: instant, reason: text, reference: text })],
    [3, record('DraftSupervisionOrder', { reason: text })],
    [3, record('DeclareCalm', { reason: text })],
    [2, record('Rekindle', { reason: text })],
    [1, record('Conclude', { summary: text, unmet: fc.constant(reasons) })],
    [1, record('Conclude', { summary: text, mistaken: fc.constant('随机写下的误立理由') })],
    [2, record('ApproveConclusion', {})],
    [2, record('ReleaseDuty', { duty, document: fc.constant('〔2026〕1号'), reason: text })],
    [1, record('ReleaseDuty', { duty, call: fc.record({ post: text, at }), reason: text })],
    [2, record('ConfirmRelease', { act: entry })],
  ];
};

/** When every story begins. */
export const START = Date.parse('2026-03-02T00:00:00.000Z');

/** Anything that may be said to a case of this bureau, with what it is about left open where only the case can say. */
export const commandsOf = (regulation: Regulation): fc.Arbitrary<CaseCommand> =>
  fc.oneof(
    ...[...actsIn(regulation), ...factsIn(regulation), ...phasesIn(regulation)].map(
      ([weight, arbitrary]) => ({ weight, arbitrary }),
    ),
  );
