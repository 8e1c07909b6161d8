import fc from 'fast-check';
import type { Actor } from '../../shared/case/events.ts';
import { regulationInForce, regulations } from '../../shared/regulations/index.ts';
import { openableLevels, settingsOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import type { OpenCaseFacts } from '../../shared/rules/phases/open.ts';

/** One thing that happens to a case, so long after the one before. */
export interface Step {
  afterMinutes: number;
  actor: Actor;
  command: CaseCommand;
}
export interface Story {
  opening: OpenCaseFacts;
  steps: Step[];
}

export const START = Date.parse('2026-03-02T00:00:00.000Z');
const MINUTE = 60_000;
export const instantAt = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
/** One of these, or nothing to choose from: then the command names what does not exist, and is refused. */
const oneOf = (list: readonly string[]): fc.Arbitrary<string> =>
  list.length === 0 ? fc.constant('nothing') : fc.constantFrom(...list);

export const actorsOf = ({ roles, units }: Regulation): Actor[] =>
  roles
    .filter(({ kind }) => kind === 'internal')
    .map(({ id, name, perUnit }) => ({
      id: `p-${id}`,
      name,
      role: id,
      ...(perUnit ? { unit: units[0]!.id } : {}),
    }));

/** Those instants that are known and that the regulation has. */
export const statedIn = (
  { instants }: Regulation,
  stated: Readonly<Record<string, string | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(stated).flatMap(([id, at]) =>
      at !== undefined && instants.some((each) => each.id === id) ? [[id, at] as const] : [],
    ),
  );

/** Somebody whom the regulation lets open a case at this level. */
export const openerOf = (regulation: Regulation, level: string): Actor =>
  actorsOf(regulation).find(({ role }) =>
    regulation.authorities.some(
      ({ command, levels, roles }) =>
        command === 'OpenCase' && roles.includes(role) && (levels?.includes(level) ?? true),
    ),
  )!;

/** Minutes until the next thing: mostly soon, sometimes days, now and then weeks. */
const gap = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 90 }) },
  { weight: 8, arbitrary: fc.integer({ min: 60, max: 24 * 60 }) },
  { weight: 2, arbitrary: fc.integer({ min: 24 * 60, max: 4 * 24 * 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 4 * 24 * 60, max: 16 * 24 * 60 }) },
);

const commandsOf = (regulation: Regulation): fc.Arbitrary<CaseCommand> => {
  const level = oneOf(idsOf(regulation.scales[0]!.levels));
  const flag = oneOf(idsOf(regulation.flags));
  const role = oneOf(idsOf(regulation.roles));
  const duty = oneOf(idsOf(regulation.duties));
  const ago = fc.integer({ min: 0, max: 600 }).map(() => undefined);
  const text = fc.constant('随机');
  const reasons = Object.fromEntries(regulation.duties.map(({ id }) => [id, '随机写下的理由']));
  const rated = regulation.scales
    .filter(({ use }) => use === 'rating')
    .flatMap(({ id, levels }) => levels.map((each) => ({ scale: id, level: each.id })));
  const document = regulation.documents.map(({ id, fields }) => ({
    document: id,
    fields: Object.fromEntries(fields.map((field) => [field, '已填'])),
  }));
  const record = <T>(type: string, shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
    fc.record({ type: fc.constant(type), ...shape }) as unknown as fc.Arbitrary<CaseCommand>;
  const some: [number, fc.Arbitrary<CaseCommand>][] = [
    [
      6,
      record('FileReport', {
        kind: oneOf(idsOf(regulation.reportKinds)),
        form: oneOf(idsOf(regulation.reportForms)),
        to: fc.uniqueArray(role, { minLength: 1, maxLength: 3 }),
        madeAt: ago,
      }),
    ],
    [6, record('RecordAction', { action: oneOf(idsOf(regulation.actions)) })],
    [3, record('RecordPublication', { form: oneOf(idsOf(regulation.publicationForms)) })],
    [3, record('ChangeLevel', { level, reason: text, authority: fc.constant('change') })],
    [2, record('ConfirmGrade', { level })],
    [2, record('ApproveLevelChange', {})],
    [1, record('RejectLevelChange', { reason: text })],
    [2, record('SetFlags', { add: flag.map((each) => [each]), remove: fc.constant([]), reason: text })],
    [1, record('SetFlags', { add: fc.constant([]), remove: flag.map((each) => [each]), reason: text })],
    [
      2,
      record('AddSource', {
        source: fc.record({ kind: oneOf(idsOf(regulation.sources)) }),
      }),
    ],
    [2, record('AssignUnit', { unit: oneOf(idsOf(regulation.units)) })],
    [1, record('Acknowledge', {})],
    [2, record('RecordMeeting', {})],
    [1, record('StartPlan', {})],
    [1, record('EndPlan', { reason: text })],
    [2, record('RecordDecision', { decision: oneOf(idsOf(regulation.decisions)), outcome: text })],
    [1, record('HoldDuty', { duty, reason: text })],
    [1, record('ResumeDuty', { duty, reason: text })],
    [3, record('DeclareCalm', { reason: text })],
    [2, record('Rekindle', { reason: text })],
    [1, record('Conclude', { summary: text, unmet: fc.constant(reasons) })],
    [1, record('ApproveConclusion', {})],
    [1, record('DraftSupervisionOrder', { reason: text })],
    [
      2,
      record('ExtendDuty', {
        duty,
        to: fc.integer({ min: 60, max: 30 * 24 * 60 }).map(instantAt),
        reason: text,
      }),
    ],
    [
      2,
      record('SetDeadline', {
        duty,
        due: fc.integer({ min: 60, max: 30 * 24 * 60 }).map(instantAt),
        reason: text,
        reference: text,
      }),
    ],
    ...(rated.length === 0
      ? []
      : [
          [
            3,
            fc
              .constantFrom(...rated)
              .map((each) => ({ type: 'RateCase', ...each, reason: '随机' }) as CaseCommand),
          ] as [number, fc.Arbitrary<CaseCommand>],
        ]),
    ...(document.length === 0
      ? []
      : [
          [
            2,
            fc.constantFrom(...document).map((each) => ({ type: 'IssueDocument', ...each }) as CaseCommand),
          ] as [number, fc.Arbitrary<CaseCommand>],
        ]),
  ];
  return fc.oneof(...some.map(([weight, arbitrary]) => ({ weight, arbitrary })));
};

/** Who may give a command gives it most of the time, so that stories get somewhere. */
const stepOf = (regulation: Regulation): fc.Arbitrary<Step> => {
  const actors = actorsOf(regulation);
  return fc
    .record({
      afterMinutes: gap,
      command: commandsOf(regulation),
      pick: fc.nat(),
      isAnybody: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ afterMinutes, command, pick, isAnybody }) => {
      const allowed = actors.filter(({ role }) =>
        regulation.authorities.some((each) => each.command === command.type && each.roles.includes(role)),
      );
      const from = isAnybody === 0 || allowed.length === 0 ? actors : allowed;
      return { afterMinutes, command, actor: from[pick % from.length]! };
    });
};

/** A random case of the bureau, from its opening on: hundreds of days at most. */
export const storyOf = (regulation: Regulation): fc.Arbitrary<Story> => {
  const earlier = fc.option(
    fc.integer({ min: 0, max: 48 * 60 }).map((minutes) => instantAt(-minutes)),
    { nil: undefined },
  );
  const opening = fc
    .record({
      level: oneOf(idsOf(openableLevels(regulation).filter(({ clocked }) => clocked))),
      sources: fc.uniqueArray(oneOf(idsOf(regulation.sources)), { minLength: 1, maxLength: 2 }),
      flags: fc.uniqueArray(oneOf(idsOf(regulation.flags)), { maxLength: 2 }),
      occurredAt: earlier,
      publishedAt: earlier,
      knownAt: earlier,
      receivedAt: fc.integer({ min: 0, max: 600 }).map((minutes) => instantAt(-minutes)),
    })
    .map(({ level, sources, flags, receivedAt, occurredAt, publishedAt, knownAt }): OpenCaseFacts => {
      const instants = { occurredAt, publishedAt, knownAt, detectedAt: instantAt(0) };
      return {
        type: 'OpenCase',
        caseId: 'XX2026-0001',
        title: '随机案卷',
        how: 'hand',
        sources: sources.map((kind) =>
          regulation.sources.find(({ id }) => id === kind)?.from == null ? { kind } : { kind, receivedAt },
        ),
        instants: statedIn(regulation, instants),
        flags,
        items: [],
        level,
        grade: { level, score: null, values: {}, flags: [], reasons: [] },
      };
    });
  return fc.record({
    opening,
    steps: fc.array(stepOf(regulation), { maxLength: 9 }),
  });
};

/** The regulation with every period given that the bureau has to give, so that its duties run. */
const configured = (regulation: Regulation): Record<string, string> =>
  Object.fromEntries(
    regulation.settings
      .filter(
        ({ id, required, format }) =>
          required && format === 'duration' && settingsOf(regulation)[id] === null,
      )
      .map(({ id }) => [id, 'P7D']),
  );
/** Every bureau by its id, with a period where its text leaves one open. */
export const configuredBureaus = Object.entries(regulations).map(
  ([id, plain]) => [id, regulationInForce(id, configured(plain))] as const,
);
