import { expect } from 'vitest';
import type { Actor, CaseEvent } from '../../shared/case/events.ts';
import { regulations } from '../../shared/regulations/index.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { withSettings } from '../../shared/regulations/settings.ts';
import type { ChosenSettings } from '../../shared/regulations/version.ts';
import type { CaseCommand, PersonCommand } from '../../shared/rules/decide.ts';
import type { OpenCaseFacts } from '../../shared/rules/phases/open.ts';
import { at, caseFile, system as SYSTEM, suggestion } from '../support/case-file.ts';

/** Who may open and grade a case there, and the unit that has it. */
const CUSTOMS = {
  leizhou: { opener: 'officeHead', unit: 'food' },
  nanning: { opener: 'officeHead', unit: 'business' },
  hohhot: { opener: 'commandGroup', unit: 'services' },
  petition: { opener: 'chiefLeader', unit: 'visits' },
  yinzhou: { opener: 'officeHead', unit: 'welfareHome' },
} as const;
export type Bureau = keyof typeof CUSTOMS;
export const BUREAUS = Object.keys(CUSTOMS) as Bureau[];
/** Each bureau with a level of which meetings, orders and secrets are a matter. */
export const AT_A_GRAVE_LEVEL: [Bureau, string][] = [
  ['leizhou', 'orange'],
  ['nanning', 'major'],
  ['hohhot', 'major'],
  ['petition', 'major'],
  ['yinzhou', 'major'],
];

/** Instants are Beijing time of 2026 without the year: `03-02 08:00`. */
export interface Facts {
  opened?: string;
  by?: string;
  /** Source → when the bureau received it; null for what it found itself. */
  sources?: Record<string, string | null>;
  instants?: Record<string, string>;
  flags?: string[];
  settings?: ChosenSettings;
  /** Null: no unit has it yet. */
  unit?: null;
  /** False: left as a proposal when the opener may not determine its level. */
  determined?: boolean;
}

const instant = (local: string): string => (local.includes('Z') ? local : at(local));
const dated = (instants: Record<string, string>) =>
  Object.fromEntries(Object.entries(instants).map(([id, local]) => [id, at(local)]));
const actorOf = (regulation: Regulation, role: string, unit: string): Actor => {
  const perUnit = regulation.roles.find(({ id }) => id === role)?.perUnit ?? false;
  return { id: `p-${role}`, name: role, role, ...(perUnit ? { unit } : {}) };
};

const determinerOf = ({ authorities }: Regulation): string =>
  authorities.find(({ command }) => command === 'ConfirmGrade')!.roles[0]!;

/** A case of one of the five bureaus at a level, found and entered at 08:00 on Monday 2 March unless told otherwise. */
export const openCase = (
  bureau: Bureau,
  level: string,
  {
    opened = '03-02 08:00',
    by = CUSTOMS[bureau].opener,
    sources = { monitored: null },
    instants = { detectedAt: opened },
    flags = [],
    settings = {},
    unit: given,
    determined = true,
  }: Facts = {},
) => {
  const regulation = withSettings(regulations[bureau]!, settings);
  const { unit } = CUSTOMS[bureau];
  const file = caseFile(regulation);
  const facts: OpenCaseFacts = {
    type: 'OpenCase',
    caseId: 'C2026-0001',
    title: '测试舆情',
    how: 'hand',
    sources: Object.entries(sources).map(([kind, receivedAt]) => ({
      kind,
      ...(receivedAt === null ? {} : { receivedAt: at(receivedAt) }),
    })),
    instants: dated(instants),
    flags,
    ...(given === null ? {} : { unit }),
    items: [],
    grade: suggestion(level),
    level,
  };
  expect(file.give(opened, actorOf(regulation, by, unit), facts).refusal).toBeNull();
  // Opened by who may not determine the level, it is determined in the same second.
  if (determined && file.state.provisional)
    expect(
      file.give(opened, actorOf(regulation, determinerOf(regulation), unit), {
        type: 'ConfirmGrade',
        level,
      }).refusal,
    ).toBeNull();
  const tell = (when: string, role: string, command: CaseCommand) =>
    file.give(instant(when), actorOf(regulation, role, unit), command);
  return {
    regulation,
    file,
    /** `done`, or the code of the refusal. */
    give: (when: string, role: string, command: CaseCommand): string =>
      tell(when, role, command).refusal?.code ?? 'done',
    /** What a refused person reads. */
    told: (when: string, role: string, command: CaseCommand): string =>
      tell(when, role, command).refusal?.message ?? '',
    duty: file.duty,
    due: file.due,
    status: (duty: string) => file.duty(duty)?.status,
    /** What became of the duty, or of the first period of one that repeats. */
    outcome: (duty: string) => (file.duty(duty)?.history[0] ?? file.duty(duty)?.current)?.outcome,
    /** What the clocks of one duty do until then. */
    steps: (until: string, duty: string): string[] =>
      file
        .runTo(until)
        .filter((step) => step.includes(` ${duty}#`))
        .map((step) => step.replace(` ${duty}`, '')),
    events: (): CaseEvent[] => file.log.flatMap(({ events }) => events),
  };
};
export type Case = ReturnType<typeof openCase>;
/** Something that is done in a case at an instant. */
export type Act = (opened: Case, when: string) => void;

/** One second before an instant, at it, and one second after. */
export const around = (local: string): string[] =>
  [-1, 0, 1].map((seconds) => new Date(Date.parse(at(local)) + seconds * 1000).toISOString());
/** What an act one second before the due instant, at it and one second after makes of the duty, each in a case of its own. */
export const outcomesAround = (
  due: string,
  duty: string,
  open: () => Case,
  act: Act,
): (string | undefined)[] =>
  around(due).map((when) => {
    const opened = open();
    expect(opened.due(duty), `${duty} is due`).toBe(at(due));
    act(opened, when);
    return opened.outcome(duty);
  });
export const IN_TIME_UP_TO_THE_LIMIT = ['fulfilled', 'fulfilled', 'fulfilledLate'];

type Command<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>;
export const report = (kind: string, form: string, ...to: string[]): Command<'FileReport'> => ({
  type: 'FileReport',
  kind,
  form,
  to,
});
export const act = (action: string): Command<'RecordAction'> => ({ type: 'RecordAction', action });
export const publish = (form: string): Command<'RecordPublication'> => ({ type: 'RecordPublication', form });
export const changeLevel = (level: string, handleAs?: string): Command<'ChangeLevel'> => ({
  type: 'ChangeLevel',
  level,
  reason: '重新研判',
  authority: 'change',
  ...(handleAs === undefined ? {} : { handleAs }),
});
/** Something new comes at that instant, and for it the office head raises the level (发酵). */
export const grow = (opened: Case, when: string, level: string): string => {
  opened.file.give(instant(when), SYSTEM, {
    type: 'AttachItem',
    item: { feed: 'f', id: `new-${opened.file.log.length}`, title: '新的传播' },
    grade: suggestion(opened.file.state.warningLevel),
    flags: [],
  });
  return opened.give(when, 'officeHead', { ...changeLevel(level), newFact: opened.file.log.length });
};
export const setFlags = (...add: string[]): Command<'SetFlags'> => ({
  type: 'SetFlags',
  add,
  remove: [],
  reason: '研判',
});
export const removeFlag = (flag: string): Command<'SetFlags'> => ({ ...setFlags(), remove: [flag] });
export const rate = (scale: string, level: string): Command<'RateCase'> => ({
  type: 'RateCase',
  scale,
  level,
  reason: '研判',
});
export const setDeadline = (duty: string, due: string): Command<'SetDeadline'> => ({
  type: 'SetDeadline',
  duty,
  due: at(due),
  reason: '另有规定',
  reference: '另一规定第三条',
});
export const extend = (duty: string, to: string): Command<'ExtendDuty'> => ({
  type: 'ExtendDuty',
  duty,
  to: at(to),
  reason: '确需延长',
});
export const issue = (document: string, fields: readonly string[]): Command<'IssueDocument'> => ({
  type: 'IssueDocument',
  document,
  fields: Object.fromEntries(fields.map((field) => [field, '略'])),
});
export const calm: Command<'DeclareCalm'> = { type: 'DeclareCalm', reason: '传播已得到控制' };
export const conclude: Command<'Conclude'> = { type: 'Conclude', summary: '舆情已经处置完毕' };
