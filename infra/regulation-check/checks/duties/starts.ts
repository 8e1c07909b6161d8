import { giversOf } from '../../../../shared/regulations/lookup.ts';
import type { Anchor, InstantId, Regulation } from '../../../../shared/regulations/schema.ts';
import { levelNames } from '../people/givers.ts';
import type { Problem } from '../problem.ts';
import { termsOf } from './terms.ts';

/** The commands that supply an instant; of those not named here the case always has one. */
const SUPPLIED_BY: Partial<Record<InstantId, readonly string[]>> = {
  eventAt: ['OpenCase', 'CorrectInstant'],
  occurredAt: ['OpenCase', 'CorrectInstant'],
  outbreakAt: ['OpenCase', 'CorrectInstant', 'Rekindle'],
  rekindledAt: ['Rekindle'],
  regradeAskedAt: ['ConfirmGrade'],
  knownAt: ['OpenCase', 'CorrectInstant'],
  publishedAt: ['OpenCase', 'CorrectInstant'],
  receivedAt: ['OpenCase', 'AddSource', 'RecordInstruction'],
  acknowledgedAt: ['Acknowledge'],
  planStartedAt: ['StartPlan'],
  calmedAt: ['DeclareCalm'],
  concludedAt: ['Conclude'],
};

/** Whether every case has it from its opening on. */
export const isAlwaysKnown = (instant: InstantId): boolean => SUPPLIED_BY[instant] === undefined;

type Why = [fault: string, mend: string];

const whyNoInstant = (regulation: Regulation, instant: InstantId, level: string): Why | undefined => {
  const { fallback = [], bounds = [] } = regulation.instants.find(({ id }) => id === instant) ?? {};
  const isSupplied = (id: InstantId): boolean => {
    const commands = SUPPLIED_BY[id];
    return commands === undefined || commands.some((each) => giversOf(regulation, each, level).length > 0);
  };
  if ([instant, ...fallback, ...bounds].some(isSupplied)) return undefined;
  const commands = SUPPLIED_BY[instant]?.join('、') ?? '';
  return [`无人有权作出 ${commands},“${instant}”不会出现`, '请在 authorities 中写明由谁作出,或改正起算时点'];
};

/** 收到 is of what somebody sends: a source without a sender is found, not received. */
const whyNotReceived = (regulation: Regulation, of: readonly string[] | undefined): Why | undefined => {
  const sources = regulation.sources.filter(({ id }) => of?.includes(id) ?? true);
  const found = sources.filter(({ from }) => from === null);
  if (of === undefined ? found.length < sources.length : found.length === 0) return undefined;
  const names = (of === undefined ? [] : found).map(({ id, name }) => `“${id}”(${name})`).join('、');
  return [`来源${names}没有发送方(from),不会有“收到”的时间`, '请改正 of,或在 sources 中写明由谁发来'];
};

const whyNever = (regulation: Regulation, anchor: Anchor, level: string): Why | undefined => {
  if ('instant' in anchor)
    return (
      (anchor.instant === 'receivedAt' ? whyNotReceived(regulation, anchor.of) : undefined) ??
      whyNoInstant(regulation, anchor.instant, level)
    );
  if ('decision' in anchor)
    return giversOf(regulation, 'RecordDecision', level).length > 0
      ? undefined
      : ['无人有权作出 RecordDecision', '请在 authorities 中写明由谁作出'];
  const duty = regulation.duties.find(({ id }) => id === anchor.after);
  // An unknown duty has been named already.
  if (duty === undefined || duty.terms.some(({ levels }) => levels.includes(level))) return undefined;
  return [`“${duty.name}”在这些级别上没有,不会完成`, '请改正 after,或为该职责增加级别'];
};

const neverStarted = (regulation: Regulation): Problem[] =>
  termsOf(regulation).flatMap(({ term: { start, levels, cite: clauses }, path }) => {
    const dead = start.map((anchor) => levels.map((level) => whyNever(regulation, anchor, level)));
    const anchors = dead.flatMap((reasons, index) => {
      const why = reasons[0];
      if (why === undefined || !reasons.every((each) => each !== undefined)) return [];
      return [{ path: `${path}.start[${index}]`, clauses, fault: `不会从这里起算:${why[0]}`, mend: why[1] }];
    });
    if (anchors.length === start.length) return anchors;
    const stopped = levels.filter((_, index) => dead.every((reasons) => reasons[index] !== undefined));
    if (stopped.length === 0) return anchors;
    const fault = `在级别${levelNames(regulation, stopped)}上不会起算`;
    const mend = dead[0]![levels.indexOf(stopped[0]!)]!.join(';');
    return [...anchors, { path: `${path}.start`, clauses, fault, mend }];
  });

/** 结报 ends every duty but those that survive it. */
const afterTheEnd = (regulation: Regulation): Problem[] =>
  termsOf(regulation).flatMap(({ duty, term: { start, cite: clauses }, path }) =>
    duty.survivesConclusion
      ? []
      : start.flatMap((anchor, index) =>
          'instant' in anchor && anchor.instant === 'concludedAt'
            ? [
                {
                  path: `${path}.start[${index}]`,
                  clauses,
                  fault: `“${duty.name}”从结报起算,而结报后职责即告终止`,
                  mend: '请在该职责中写 "survivesConclusion": true',
                },
              ]
            : [],
        ),
  );

/** Every case file tells of these by the bureau's own name. */
const TOLD: Partial<Record<InstantId, string>> = {
  detectedAt: '发现',
  calmedAt: '平息',
  concludedAt: '结报',
};
const unnamed = ({ instants }: Regulation): Problem[] =>
  Object.entries(TOLD)
    .filter(([told]) => !instants.some(({ id }) => id === told))
    .map(([told, name]) => ({
      path: 'instants',
      clauses: [],
      fault: `没有写明时点“${told}”(${name})在本局的名称`,
      mend: `请增加 id 为 ${told} 的时点,案卷中以此称呼`,
    }));

/** Clocks that could never start, since nothing supplies what they count from, and instants without a name. */
export const startProblems = (regulation: Regulation): Problem[] =>
  [unnamed, neverStarted, afterTheEnd].flatMap((check) => check(regulation));
