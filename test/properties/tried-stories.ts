import fc from 'fast-check';
import type { CaseState } from '../../shared/case/state.ts';
import { scheduleCase } from '../../shared/deadlines/schedule.ts';
import { SYSTEM_ACTOR } from '../../shared/office/office.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import { openableLevels } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { Trying } from '../api/try/trying.ts';
import { grave, plain } from '../support/office.ts';
import { caseIn } from '../support/told.ts';
import { actorsOf, giversOf, instantAt, openerOf } from './random-case.ts';
import { commandsOf } from './random-commands.ts';

// Random stories, told through the API by whoever may.

const MOST_STEPS = 14;
const MOST_STAGES = 20;
const WORDS = '随机写下的一段文字内容';

const record = (type: string, shape: Record<string, fc.Arbitrary<unknown>> = {}): fc.Arbitrary<object> =>
  fc.record({ type: fc.constant(type), ...shape });
/** What random cases are not told: what goes before or after the rest of a file. */
const others = ({ duties, documents }: Regulation): fc.Arbitrary<object> => {
  const words = fc.constant(WORDS);
  const entry = fc.constant(0);
  const duty = fc.constantFrom(...duties.map(({ id }) => id));
  const points = documents.find(({ id }) => id === 'review')?.fields ?? [];
  return fc.oneof(
    record('RecordInstruction', { from: fc.constantFrom('bureau', 'superior'), text: words, task: words }),
    record('RequestPlan', { reason: words }),
    record('ReleaseWarning', { duty }),
    record('CompleteAct', { act: entry, summary: words, spokeTo: words, participants: words }),
    record('FileReview', { points: fc.constant(Object.fromEntries(points.map((point) => [point, WORDS]))) }),
    record('DraftSupervisionOrder', { duty, reason: words }),
    record('SignSupervisionOrder', { order: entry, answerBy: fc.constant(instantAt(60 * 24 * 400)) }),
    record('VoidOrder', { order: entry, reason: words }),
    record('PurgeContent'),
  );
};

export interface Step {
  afterMinutes: number;
  agoMinutes: number;
  pick: number;
  command: object;
}
export interface Story {
  opening: { level: string; flags: string[]; isProposed: boolean; hasUnit: boolean };
  clocks: boolean;
  steps: Step[];
}
export const storyOf = (regulation: Regulation): fc.Arbitrary<Story> =>
  fc.record({
    opening: fc.record({
      level: fc.constantFrom(...openableLevels(regulation).map(({ id }) => id)),
      flags: fc.subarray(
        regulation.flags.map(({ id }) => id).filter((id) => id !== 'secret'),
        { maxLength: 2 },
      ),
      isProposed: fc.boolean(),
      hasUnit: fc.boolean(),
    }),
    clocks: fc.boolean(),
    steps: fc.array(
      fc.record({
        afterMinutes: fc.oneof(fc.nat(90), fc.integer({ min: 60, max: 60 * 24 }), fc.nat(60 * 24 * 9)),
        agoMinutes: fc.oneof(fc.constant(0), fc.nat(60 * 30)),
        pick: fc.nat(9999),
        command: fc.oneof(
          { weight: 3, arbitrary: commandsOf(regulation) as fc.Arbitrary<object> },
          { weight: 1, arbitrary: others(regulation) },
        ),
      }),
      { maxLength: MOST_STEPS },
    ),
  });

type Who = { role: string; unit?: string | undefined };
/** The posts of the roster's person. */
const postOf = ({ people }: Trying, id: string): Who | undefined =>
  Object.entries(people.roles).flatMap(([role, holders]) =>
    holders.filter((each) => each.id === id).map(({ unit }) => ({ role, unit })),
  )[0];

/** Who may give it most of the time, else anybody. */
const giverOf = (regulation: Regulation, { command, pick }: Step): string => {
  const { type, onBehalf, action } = command as { type: string; onBehalf?: unknown; action?: string };
  const name = onBehalf === undefined ? type : 'EnterForAnother';
  const by = regulation.actions.find(({ id }) => id === action)?.by;
  const allowed =
    by !== undefined && onBehalf === undefined ? by : giversOf(regulation, name).map(({ role }) => role);
  const from =
    pick % 9 === 0 || allowed.length === 0 ? actorsOf(regulation).map(({ role }) => role) : allowed;
  return from[pick % from.length]!;
};

/** The step as it is given in this case: with its entries, instants and people, in the API's form. */
export const aimed = (trying: Trying, state: CaseState, step: Step): { who: Who; command: object } => {
  const { regulation } = trying.office.system;
  const { pick, agoMinutes } = step;
  const ago = new Date(Date.parse(trying.office.now()) - agoMinutes * 60_000).toISOString();
  const waiting = Object.entries(state.confirmations).filter(([, { answer }]) => answer === null);
  const isConfirming = (step.command as { type: string }).type === 'ConfirmAct' && waiting.length > 0;
  const confirmed = isConfirming ? waiting[pick % waiting.length]! : undefined;
  const orders = state.orders.map(({ entry }) => entry);
  const filled = JSON.parse(
    JSON.stringify(step.command, (key, value: unknown) => {
      if (key === 'act') return confirmed ? Number(confirmed[0]) : 1 + (pick % state.version);
      if (key === 'order') return orders[pick % Math.max(1, orders.length)] ?? 1;
      if (value === '' && (key === 'at' || key === 'madeAt')) return ago;
      if (typeof value !== 'string') return value;
      if (value.startsWith('随机')) return WORDS;
      const [, role] = /^p-(.+)$/.exec(value) ?? [];
      return role === undefined ? value : (trying.people.roles[role]?.[0]?.id ?? value);
    }),
  );
  const { type } = filled as { type: string };
  const command =
    type === 'AttachItem'
      ? { type, feed: 'demo', id: ['a', 'b', 'nothing'][pick % 3] }
      : type === 'FileReport' && pick % 2 === 0
        ? { ...filled, summary: WORDS, spokeTo: '李某', post: '值班室' }
        : filled;
  const own = confirmed?.[1].person;
  const asked = own == null ? undefined : postOf(trying, own);
  const role = giverOf(regulation, step);
  const isUnits = regulation.roles.some(({ id, perUnit }) => id === role && perUnit);
  return { who: asked ?? { role, ...(isUnits ? { unit: state.unit ?? undefined } : {}) }, command };
};

/** The clocks do what is due until then, as the workflow would. */
export const runClocks = async ({ office }: Trying, caseId: string, until: string): Promise<void> => {
  const { cases, numbering, office: bureau } = office.system;
  for (let stage = 0; stage < MOST_STAGES; stage += 1) {
    const state = (await cases.load(caseId))!;
    const [next] = scheduleCase(regulationOfCase(state), state)
      .duties.flatMap((each) => (each.next === null ? [] : [{ each, step: each.next }]))
      .sort((one, other) => (one.step.at < other.step.at ? -1 : 1));
    if (next === undefined || next.step.at > until) return;
    if (next.step.at > office.now()) office.at(next.step.at);
    const { duty, current } = next.each;
    const command = await numbering.withOrder(
      state,
      SYSTEM_ACTOR,
      {
        ...{ type: 'EnforceStage' as const, duty, occurrence: current.occurrence },
        ...{ stage: next.step.stage, index: next.step.index, due: current.due ?? next.step.at },
      },
      `${duty}#${current.occurrence}`,
    );
    if ((await bureau.carryOut(caseId, SYSTEM_ACTOR, command)).entry === null) return;
  }
};

/** Opens the case of a story; undefined where it is not opened. */
export const openStory = async (
  { office, bothOpen }: Trying,
  { opening }: Story,
): Promise<string | undefined> => {
  const { regulation } = office.system;
  await office.push([plain('a'), grave('b')]);
  const { level, flags, isProposed, hasUnit } = opening;
  const { told } = await bothOpen(openerOf(regulation, level).role, {
    title: '随机案卷',
    sources: [{ kind: 'monitored' }],
    flags,
    ...(isProposed ? {} : { level }),
    ...(hasUnit ? { unit: regulation.units[0]!.id } : {}),
  });
  return told.status >= 400 ? undefined : caseIn(told).case;
};
/** When a story that is opened now begins, in minutes of random cases. */
export const minutesNow = ({ office }: Trying): number =>
  Math.ceil((Date.parse(office.now()) - Date.parse(instantAt(0))) / 60_000);
