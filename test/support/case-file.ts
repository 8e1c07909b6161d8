import type { Actor, LogEntry } from '../../shared/case/events.ts';
import { evolve } from '../../shared/case/evolve.ts';
import { isSystem } from '../../shared/case/state/act.ts';
import type { CaseState } from '../../shared/case/state.ts';
import type { Roster } from '../../shared/contracts/roster.ts';
import { type Schedule, scheduleCase } from '../../shared/deadlines/schedule.ts';
import type { ScheduledDuty } from '../../shared/deadlines/scheduled-duty.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { type CaseCommand, handle, type Outcome } from '../../shared/rules/decide.ts';
import { identified } from '../../shared/rules/persons.ts';
import type { OpenCaseFacts } from '../../shared/rules/phases/open.ts';
import { texted } from './bridge-message.ts';
import { leizhou } from './bureaus.ts';
import { rosterOf } from './roster.ts';
import { whole } from './whole-acts.ts';

/** Beijing time without the year: `03-02 08:00` or `03-02 08:00:01` → an instant of 2026. */
export const at = (local: string): string => new Date(`2026-${local.replace(' ', 'T')}+08:00`).toISOString();

export const officer: Actor = { id: 'p-duty', name: '值班员', role: 'dutyOfficer' };
export const head: Actor = { id: 'p-head', name: '办公室负责人', role: 'officeHead' };
export const leader: Actor = { id: 'p-deputy', name: '分管局领导', role: 'deputyLeader' };
export const chief: Actor = { id: 'p-chief', name: '主要负责人', role: 'chiefLeader' };
export const group: Actor = { id: 'p-group', name: '领导小组', role: 'leadingGroup' };
export const liaison: Actor = { id: 'p-food', name: '食品股联络员', role: 'unitLiaison', unit: 'food' };
export const system: Actor = { id: 'system', name: '时限系统', role: 'system' };

export const suggestion = (level: string): OpenCaseFacts['grade'] => ({
  level,
  score: 50,
  values: {},
  flags: [],
  reasons: [{ text: '测试', cite: ['办法 第十四条 ①'] }],
});

export const opening = (facts: Partial<OpenCaseFacts> & { level?: string } = {}): OpenCaseFacts => ({
  type: 'OpenCase',
  caseId: 'LZ2026-0001',
  title: '某超市食品问题',
  how: 'hand',
  sources: [{ kind: 'monitored' }],
  instants: {},
  flags: [],
  unit: 'food',
  items: [],
  grade: suggestion(facts.level ?? 'blue'),
  ...facts,
});

/** A roster in which everybody stands who has acted so far, each with a number of his own. */
const growingRoster = (): ((actor: Actor) => Roster) => {
  const seen = new Map<string, Actor>();
  let roster = rosterOf([]);
  return (actor) => {
    const key = `${actor.id} ${actor.role} ${actor.unit}`;
    if (isSystem(actor) || seen.has(key)) return roster;
    seen.set(key, actor);
    roster = rosterOf([...seen.values()]);
    return roster;
  };
};

/**
 * A case in memory: commands in, log and schedule out; given → when → then. `rosterFor`: the roster at a command; unless
 * told otherwise everybody stands in it who acts.
 */
export const caseFile = (
  regulation: Regulation = leizhou,
  rosterFor: (actor: Actor) => Roster = growingRoster(),
) => {
  const log: LogEntry[] = [];
  let state: CaseState | null = null;
  const file = {
    log,
    get state(): CaseState {
      return state!;
    },
    /** Puts an entry that somebody else wrote at the end of the log. */
    take: (entry: LogEntry): void => {
      log.push(entry);
      state = evolve(state, entry);
    },
    /** Acts are given with all the parts that they need; `giveBare` gives them as they stand. */
    give: (when: string, giver: Actor, command: CaseCommand): Outcome =>
      file.giveBare(when, giver, whole(regulation, command)),
    giveBare: (when: string, giver: Actor, command: CaseCommand): Outcome => {
      const now = when.includes('Z') ? when : at(when);
      const roster = rosterFor(giver);
      const actor = identified(roster, giver);
      const outcome = handle({ regulation, now, actor, roster }, state, command);
      if (outcome.events.length === 0) return outcome;
      const entry: LogEntry = {
        caseId: 'LZ2026-0001',
        version: log.length + 1,
        at: now,
        actor,
        command: command.type,
        events: outcome.events,
        rearms: outcome.rearms || state === null,
        previousHash: '',
        hash: `${log.length + 1}`,
      };
      log.push(entry);
      state = evolve(state, entry);
      return outcome;
    },
    /** Whoever is on duty releases every warning that waits, and the receivers are reached at once. */
    release: (when: string, releaser: Actor = officer): void => {
      for (const { duty, warning, status } of file.schedule().duties) {
        if (warning === null || warning.isReleased || status !== 'open') continue;
        const { refusal } = file.give(when, releaser, { type: 'ReleaseWarning', duty });
        if (refusal !== null) throw new Error(refusal.message);
      }
      file.handOver(when.includes('Z') ? when : at(when));
    },
    /** Everything that waits to be sent is handed over. */
    handOver: (now: string): void => {
      const pending = Object.values(state!.pendingNotices);
      if (pending.length === 0) return;
      file.give(now, system, {
        type: 'RecordHandOvers',
        handOvers: pending.map(({ key, role }) => ({
          key,
          role,
          status: 'handedOver',
          ...texted('p'),
          at: now,
        })),
      });
    },
    schedule: (): Schedule => scheduleCase(regulation, state!),
    duty: (id: string): ScheduledDuty | undefined =>
      scheduleCase(regulation, state!).duties.find(({ duty }) => duty === id),
    due: (id: string): string | null | undefined => file.duty(id)?.current.due,
    /** Lets the clocks run to `until` as the workflow would: every step in the order of its instant. */
    runTo: (until: string): string[] => {
      const end = until.includes('Z') ? until : at(until);
      const seen: string[] = [];
      for (;;) {
        const next = file
          .schedule()
          .duties.flatMap((scheduled) =>
            scheduled.next === null ? [] : [{ scheduled, step: scheduled.next }],
          )
          .sort((one, other) => (one.step.at < other.step.at ? -1 : 1))[0];
        if (next === undefined || next.step.at > end) return seen;
        const { scheduled, step } = next;
        const now = step.at > state!.lastAt ? step.at : state!.lastAt;
        const outcome = file.give(now, system, {
          type: 'EnforceStage',
          duty: scheduled.duty,
          occurrence: scheduled.current.occurrence,
          stage: step.stage,
          index: step.index,
          due: scheduled.current.due ?? step.at,
          orderNumber: `督${log.length}`,
        });
        if (outcome.events.length === 0) throw new Error(`${scheduled.duty} ${step.stage} did nothing`);
        seen.push(
          `${new Date(Date.parse(now) + 8 * 3600_000).toISOString().slice(5, 16).replace('T', ' ')} ${scheduled.duty}#${scheduled.current.occurrence} ${step.givesUp ? 'missed' : step.stage}${step.index}`,
        );
        file.handOver(now);
      }
    },
  };
  return file;
};
