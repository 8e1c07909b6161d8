import * as fc from 'fast-check';
import type { Actor } from '../../../shared/case/events.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import {
  at,
  caseFile,
  group,
  head,
  leader,
  liaison,
  officer,
  opening,
  suggestion,
  system,
} from '../../support/case-file.ts';

const toLeaders = ['deputyLeader', 'officeHead'];
type Step = [Actor, CaseCommand] | 'run';
const steps: Step[] = [
  'run',
  [officer, { type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] }],
  [officer, { type: 'FileReport', kind: 'first', form: 'written', to: ['zhanjiang'] }],
  [liaison, { type: 'FileReport', kind: 'progress', form: 'written', to: toLeaders }],
  [liaison, { type: 'Acknowledge' }],
  [officer, { type: 'AssignUnit', unit: 'drugs' }],
  [officer, { type: 'ChangeLevel', level: 'red', reason: '扩散', authority: 'change' }],
  [officer, { type: 'ChangeLevel', level: 'yellow', reason: '回落', authority: 'change' }],
  [officer, { type: 'ChangeLevel', level: 'blue', reason: '回落', authority: 'change' }],
  [head, { type: 'ApproveLevelChange' }],
  [officer, { type: 'AddSource', source: { kind: 'zhanjiang-assigned' } }],
  [officer, { type: 'AddSource', source: { kind: 'city-prompted' } }],
  [
    system,
    {
      type: 'AttachItem',
      item: { feed: 'f', id: '1', title: '转载' },
      grade: suggestion('orange'),
      flags: ['specificFacts'],
    },
  ],
  [officer, { type: 'SetFlags', add: ['externalEmergency'], remove: [], reason: '核实' }],
  [officer, { type: 'SetFlags', add: [], remove: ['externalEmergency'], reason: '误标' }],
  [head, { type: 'CorrectInstant', instant: 'occurredAt', at: at('03-02 09:00'), reason: '核实' }],
  [head, { type: 'RecordMeeting' }],
  [group, { type: 'StartPlan' }],
  [leader, { type: 'RecordAction', action: 'statementApproved' }],
  [officer, { type: 'RecordPublication', form: 'authoritative' }],
  [leader, { type: 'HoldDuty', duty: 'publicResponse', reason: '生命权优先' }],
  [leader, { type: 'ResumeDuty', duty: 'publicResponse', reason: '恢复' }],
  [group, { type: 'DeclareCalm', reason: '平息' }],
  [officer, { type: 'Rekindle', reason: '再起' }],
  [system, { type: 'ContinueClock', from: 1, reason: '满' }],
  [system, { type: 'RecordFault', execution: 'e', error: 'States.Timeout' }],
  [officer, { type: 'RecordInstruction', from: 'superior', text: '速办' }],
];
export type File = ReturnType<typeof caseFile>;
export const waitsOf = (file: File) =>
  file
    .schedule()
    .duties.flatMap(({ duty, current, next }) =>
      next === null
        ? []
        : [{ duty, occurrence: current.occurrence, stage: next.stage, index: next.index, at: next.at }],
    );
/** Plays `chosen`, one step every so many minutes, and shows the case to `look` after each entry that a step wrote. */
export const play = (
  level: string,
  chosen: readonly [Step, number][],
  look: (
    file: File,
    before: ReturnType<typeof waitsOf>,
    rearms: boolean,
    actor: Actor,
    command: CaseCommand,
  ) => void = () => {},
) => {
  const file = caseFile();
  file.give('03-02 10:30', officer, opening({ level, instants: { occurredAt: at('03-02 08:00') } }));
  let now = Date.parse(at('03-02 10:30'));
  for (const [step, minutes] of chosen) {
    now += minutes * 60_000;
    if (step === 'run') {
      const local = new Date(now + 8 * 3600_000).toISOString();
      file.runTo(`${local.slice(5, 10)} ${local.slice(11, 19)}`);
      continue;
    }
    const [actor, command] = step;
    const before = waitsOf(file);
    const { rearms, events } = file.give(new Date(now).toISOString(), actor, command);
    if (events.length > 0) look(file, before, rearms, actor, command);
  }
  return file;
};
export const scenario = fc.tuple(
  fc.constantFrom('routine', 'blue', 'yellow', 'orange', 'red'),
  fc.array(fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 0, max: 1500 })), { maxLength: 14 }),
);
