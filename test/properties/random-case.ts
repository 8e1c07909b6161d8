import fc from 'fast-check';
import type { Actor } from '../../shared/case/events.ts';
import { regulationInForce, regulations } from '../../shared/regulations/index.ts';
import { isStanding, openableLevels, settingsOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import type { OpenCaseFacts } from '../../shared/rules/phases/open.ts';
import { suggestion, system } from '../support/case-file.ts';
import { commandsOf, START } from './random-commands.ts';

/** One thing that happens to a case, so long after the one before. */
export interface Step {
  afterMinutes: number;
  /** How long before that it was, where the command speaks of something earlier. */
  agoMinutes: number;
  /** Which of the things that the case has by then it is about. */
  pick: number;
  actor: Actor;
  command: CaseCommand;
}
export interface Story {
  opener: Actor;
  opening: OpenCaseFacts;
  steps: Step[];
}

const MINUTE = 60_000;
export const instantAt = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
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

/** Those whom the regulation lets give a command, at this level where it depends on one. */
export const giversOf = (regulation: Regulation, command: string, level?: string): Actor[] =>
  actorsOf(regulation).filter(({ role }) =>
    regulation.authorities.some(
      (each) =>
        each.command === command &&
        each.roles.includes(role) &&
        (level === undefined || (each.levels?.includes(level) ?? true)),
    ),
  );
/** Somebody whom the regulation lets open a case at this level, of those who may also determine one where there are such. */
export const openerOf = (regulation: Regulation, level: string): Actor => {
  const openers = giversOf(regulation, 'OpenCase', level);
  const graders = giversOf(regulation, 'ConfirmGrade').map(({ role }) => role);
  return openers.find(({ role }) => graders.includes(role)) ?? openers[0]!;
};

/** Minutes until the next thing: mostly soon, sometimes days, now and then weeks. */
const gap = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 90 }) },
  { weight: 8, arbitrary: fc.integer({ min: 60, max: 24 * 60 }) },
  { weight: 2, arbitrary: fc.integer({ min: 24 * 60, max: 4 * 24 * 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 4 * 24 * 60, max: 16 * 24 * 60 }) },
);

/** Who may do what the command says: of an approval whose it is, else who may give it. */
const rolesFor = (regulation: Regulation, command: CaseCommand): readonly string[] => {
  const givers = (name: string): string[] => giversOf(regulation, name).map(({ role }) => role);
  if ('onBehalf' in command && command.onBehalf !== undefined) return givers('EnterForAnother');
  if (command.type !== 'RecordAction') return givers(command.type);
  return regulation.actions.find(({ id }) => id === command.action)?.by ?? givers(command.type);
};

/** Who may give a command gives it most of the time, so that stories get somewhere. */
const stepOf = (regulation: Regulation): fc.Arbitrary<Step> => {
  const actors = actorsOf(regulation);
  return fc
    .record({
      afterMinutes: gap,
      agoMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 48 * 60 })),
      command: commandsOf(regulation),
      pick: fc.nat(),
      isAnybody: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ isAnybody, ...step }) => {
      const { command, pick } = step;
      if (command.type === 'AttachItem') return { ...step, actor: system };
      const roles = rolesFor(regulation, command);
      const allowed = actors.filter(({ role }) => roles.includes(role));
      const from = isAnybody === 0 || allowed.length === 0 ? actors : allowed;
      return { ...step, actor: from[pick % from.length]! };
    });
};

/**
 * How a case may be opened: at the level of the table by who determines it, below what the table proposes, or by a feed;
 * after the last nobody has determined the level, after the second mostly nobody.
 */
const HOW = ['hand', 'hand', 'low', 'low', 'feed', 'feed'] as const;

/** A random case of the bureau, from its opening on: hundreds of days at most. */
export const storyOf = (
  regulation: Regulation,
  /** `isGraded`: of a 舆情, and not of a matter that is none. */
  { isGraded = false }: { isGraded?: boolean } = {},
): fc.Arbitrary<Story> => {
  const earlier = fc.option(
    fc.integer({ min: 0, max: 48 * 60 }).map((minutes) => instantAt(-minutes)),
    { nil: undefined },
  );
  const clocked = idsOf(openableLevels(regulation).filter((level) => level.clocked));
  const graded = clocked.filter((level) => !isStanding(regulation, level));
  const opening = fc
    .record({
      how: fc.constantFrom(...HOW),
      level: oneOf(isGraded ? graded : clocked),
      proposed: oneOf(graded),
      sources: fc.uniqueArray(oneOf(idsOf(regulation.sources)), { minLength: 1, maxLength: 2 }),
      flags: fc.uniqueArray(oneOf(idsOf(regulation.flags)), { maxLength: 4 }),
      eventAt: earlier,
      occurredAt: earlier,
      publishedAt: earlier,
      knownAt: earlier,
      receivedAt: fc.integer({ min: 0, max: 600 }).map((minutes) => instantAt(-minutes)),
    })
    .map(({ how, level, proposed, sources, flags, receivedAt, ...stated }) => {
      const opener = how === 'feed' ? system : openerOf(regulation, level);
      const facts: OpenCaseFacts = {
        type: 'OpenCase',
        caseId: 'XX2026-0001',
        title: '随机案卷',
        how: how === 'feed' ? 'feed' : 'hand',
        sources: sources.map((kind) =>
          regulation.sources.find(({ id }) => id === kind)?.from == null ? { kind } : { kind, receivedAt },
        ),
        instants: statedIn(regulation, { ...stated, detectedAt: instantAt(0) }),
        flags,
        items: [],
        grade: { ...suggestion(how === 'hand' ? level : proposed), reasons: [] },
        ...(how === 'feed' ? {} : { level }),
      };
      return { opener, opening: facts };
    });
  return fc
    .record({ opening, steps: fc.array(stepOf(regulation), { maxLength: 9 }) })
    .map(({ opening: opened, steps }) => ({ ...opened, steps }));
};

/** The same with no more than a day between its steps: whose every 催办 is played as well is told in time. */
export const brisk = (story: Story): Story => ({
  ...story,
  steps: story.steps.map((step) => ({ ...step, afterMinutes: Math.min(step.afterMinutes, 24 * 60) })),
});

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
