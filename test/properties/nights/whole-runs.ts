import { loadDefinitions } from '../../../infra/local/definitions/load.ts';
import { personFor } from '../../../infra/local/people.ts';
import { nameStandingCases } from '../../../infra/local/rehearsal/case-names.ts';
import { type Stage, setStage } from '../../../infra/local/rehearsal/stage.ts';
import { perform } from '../../../infra/local/rehearsal/steps.ts';
import type { Actor, LogEntry } from '../../../shared/case/events.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { whole } from '../../support/whole-acts.ts';
import { actsFor, waysOf } from '../meeting.ts';
import { configuredBureaus, giversOf, statedIn } from '../random-case.ts';
import type { Act, Opening, Run } from './random-run.ts';
import { holdersIn, type Told, textsOf } from './texts-of-run.ts';

// Whole days of a bureau on the virtual clock, through its machines and functions, with every text as it went out.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const iso = (at: number): string => new Date(at).toISOString();

const actorIn = ({ roster, system: { regulation } }: Stage, role: string, unit: string | null): Actor =>
  personFor(
    roster,
    role,
    regulation.roles.find(({ id }) => id === role)?.perUnit === true
      ? (unit ?? regulation.units[0]!.id)
      : undefined,
  );

const open = async (stage: Stage, opening: Opening, index: number): Promise<void> => {
  const { regulation } = stage.system;
  const now = stage.clock.now();
  const from = iso(now - opening.agoMinutes * MINUTE);
  const unit = opening.unit === null ? null : regulation.units[opening.unit % regulation.units.length]!.id;
  const { id: kind, from: sender } = regulation.sources[opening.source % regulation.sources.length]!;
  const own = actorIn(stage, opening.role, unit);
  const as = (role: string) => ({
    role,
    ...(own.unit === undefined || role !== own.role ? {} : { unit: own.unit }),
  });
  const step = {
    at: iso(now),
    case: `${index}`,
    open: {
      key: `whole-run-${index}`,
      title: `随机案卷${index}`,
      level: opening.level,
      sources: [sender === null ? { kind } : { kind, receivedAt: from }],
      instants: statedIn(regulation, {
        occurredAt: from,
        outbreakAt: from,
        detectedAt: from,
        knownAt: from,
        publishedAt: from,
      }),
      ...(unit === null ? {} : { unit }),
    },
  };
  // What only the office or a leader may open is passed on to them.
  const givers = giversOf(regulation, 'OpenCase', opening.level).map(({ role }) => role);
  let refused: unknown;
  for (const role of new Set([opening.role, regulation.onDuty, regulation.headOfOffice, ...givers]))
    try {
      return await perform(stage, { ...step, as: as(role) });
    } catch (error) {
      refused = error;
    }
  throw refused;
};

const commandsFor = (stage: Stage, { what, pick }: Act, state: CaseState) => {
  const { regulation } = stage.system;
  const now = iso(stage.clock.now());
  const { levels } = regulation.scales[0]!;
  const by = (command: CaseCommand): { roles: string[]; command: CaseCommand }[] => [
    { roles: giversOf(regulation, command.type).map(({ role }) => role), command },
  ];
  const chosen = <T>(list: readonly T[]): T => list[pick % list.length]!;
  switch (what) {
    case 'determine':
      return by({ type: 'ConfirmGrade', level: state.warningLevel, reason: '随机' });
    case 'assign':
      return by({ type: 'AssignUnit', unit: chosen(regulation.units).id });
    case 'sign':
      return by({ type: 'Acknowledge' });
    case 'raise':
      return by({ type: 'ChangeLevel', level: chosen(levels).id, reason: '随机', authority: 'change' });
    case 'calm':
      return by({ type: 'DeclareCalm', reason: '随机' });
    case 'known':
      return by({
        type: 'CorrectInstant',
        instant: chosen(regulation.instants).id,
        at: iso(stage.clock.now() - (pick % 300) * MINUTE),
        reason: '随机',
      });
    default: {
      const { duties } = scheduleCase(regulation, state);
      const owed = duties.filter(({ status }) => status === 'open');
      if (what === 'release')
        return owed
          .filter(({ warning }) => warning !== null)
          .flatMap(({ duty }) => by({ type: 'ReleaseWarning', duty }));
      if (owed.length === 0) return [];
      const { duty, responsible } = chosen(owed);
      return waysOf(regulation, duty).flatMap((way) =>
        actsFor(regulation, way, now).map((command) => ({
          roles: 'by' in way && way.by !== undefined ? way.by : [responsible],
          command,
        })),
      );
    }
  }
};

const act = async (stage: Stage, given: Act): Promise<void> => {
  const caseId = stage.cases[`${given.of}`];
  const state = caseId === undefined ? null : await stage.system.cases.load(caseId);
  if (state === null) return;
  for (const { roles, command } of commandsFor(stage, given, state)) {
    const role = roles[given.pick % Math.max(1, roles.length)];
    if (role === undefined || stage.roster.roles[role] === undefined) continue;
    const actor = actorIn(stage, role, state.unit);
    await stage.system.office.carryOut(caseId!, actor, whole(stage.system.regulation, command));
  }
};

const burst = (stage: Stage, count: number): Promise<void> =>
  perform(stage, {
    at: iso(stage.clock.now()),
    push: {
      feed: 'demo',
      items: Array.from({ length: count }, (_, index) => ({
        id: `burst-${index}`,
        title: index === 7 ? '多名学生住院,家长质疑监管不力' : `市民咨询营业时间之${index}`,
        publishedAt: iso(stage.clock.now() - HOUR),
      })),
    },
  });

/** Plays a run, with a sweep every hour. */
export const play = async (run: Run): Promise<Told> => {
  const [, regulation] = configuredBureaus.find(([id]) => id === run.bureau)!;
  // The periods that random-case.ts has filled in.
  const chosen = regulation.settings.filter(({ required, format }) => required && format === 'duration');
  const start = Date.parse(`${run.day}T12:00:00+08:00`);
  const stage = await setStage(
    {
      title: run.bureau,
      bureau: run.bureau,
      settings: Object.fromEntries(chosen.map(({ id, value }) => [id, value])),
      start: iso(start),
      until: iso(start),
      sweepEvery: 'PT1H',
      steps: run.burst === 0 ? [] : [{ at: iso(start), push: { feed: 'demo', items: [{}] } }],
    },
    await loadDefinitions(run.bureau),
    {},
  );
  const { clock, settled, bureau } = stage;
  const end = start + run.hours * HOUR;
  const steps = [
    ...run.openings.map((opening, index) => ({ at: opening.minute, run: () => open(stage, opening, index) })),
    ...run.acts.map((given) => ({ at: given.minute, run: () => act(stage, given) })),
    ...(run.burst === 0
      ? []
      : [{ at: 10 * 60 + (run.openings[0]!.minute % 300), run: () => burst(stage, run.burst) }]),
    ...Array.from({ length: run.hours }, (_, hour) => ({ at: hour * 60, run: () => bureau.sweep() })),
  ].sort((one, other) => one.at - other.at);
  for (const step of steps) {
    await clock.advanceTo(Math.max(clock.now(), Math.min(start + step.at * MINUTE, end)), settled);
    await step.run();
    await settled();
  }
  await clock.advanceTo(end, settled);
  bureau.engine().stopAll();
  await nameStandingCases(stage.cases, stage.system.cases);
  const ids = new Set([
    ...Object.values(stage.cases),
    ...stage.timeline.entries().flatMap((each) => each.case ?? []),
  ]);
  const logs: LogEntry[][] = [];
  for (const caseId of ids) logs.push(await stage.system.cases.log(caseId));
  return {
    regulation,
    texts: textsOf(stage.timeline.entries(), logs),
    logs,
    end,
    holdersOf: holdersIn(regulation, stage.roster),
  };
};
