import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseHead } from '../../functions/serve-desk/views/case-head.ts';
import { dutyView } from '../../functions/serve-desk/views/duty.ts';
import { taskView } from '../../functions/serve-desk/views/task.ts';
import { loadDefinitions } from '../../infra/local/definitions/load.ts';
import { exampleRoster } from '../../infra/local/people.ts';
import { rehearse } from '../../infra/local/rehearsal/run.ts';
import { readScenarioFile } from '../../infra/local/rehearsal/scenario.ts';
import { evolve } from '../../shared/case/evolve.ts';
import type { CaseState } from '../../shared/case/state.ts';
import type { DutyReply } from '../../shared/contracts/replies/duty.ts';
import type { TaskReply } from '../../shared/contracts/replies/task.ts';
import { scheduleCase } from '../../shared/deadlines/schedule.ts';
import { regulationInForce } from '../../shared/regulations/index.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { Reading } from '../../shared/rules/reading/cases.ts';
import { isShownAt, tasksIn } from '../../shared/rules/tasks/tasks-of.ts';
import { figuresOf } from '../../web/model/case/limits.ts';
import { nextStepOf } from '../../web/model/case/next-step.ts';
import { textOf } from '../../web/model/duration.ts';
import { groupOf } from '../../web/model/duties/groups.ts';
import { rowTime } from '../../web/model/duties/row-time.ts';
import { keyOf } from '../../web/model/duties/task.ts';
import { dutyMarks, isOverdue, taskMarks } from '../../web/model/limit-marks.ts';

// What the desk says of a duty or a task, against what the API says of the same state at the same instant: the states of rehearsals of
// all bureaus after each entry of their logs, around each limit. `STORIES=all` takes every rehearsal.

const FEW = [
  'second-person',
  'nanning-new-year',
  'hohhot-medium-late',
  'petition-larger-overdue',
  'yinzhou-major-oral-late',
];
const ALL = globSync('rehearsals/*.json').map((file) => basename(file, '.json'));
const STORIES = process.env.STORIES === 'all' ? ALL.sort() : FEW;
const DAY = 86_400_000;
const AFTER_A_LIMIT = 5 * 60_000;

/** What differs, with how often and where first. */
type Differences = Map<string, { count: number; first: string }>;
interface Moment {
  regulation: Regulation;
  reading: Reading;
  state: CaseState;
  at: number;
  note: (what: string, where: string) => void;
}
const isoOf = (at: number): string => new Date(at).toISOString();
const dutiesAt = ({ regulation, state }: Moment, at: number): DutyReply[] =>
  scheduleCase(regulation, state).duties.map((each) => dutyView(regulation, each, isoOf(at)));
const saysLate = (text: string): boolean => text.indexOf('逾期') === 0;
const MARK = /暂定|参照|本局自定/;

const lookAtTask = ({ regulation, state, at, note }: Moment, task: TaskReply, duties: DutyReply[]): void => {
  const { runs, at: words } = rowTime(task, at);
  const duty = duties.find((each) => each.duty === task.duty && each.occurrence === task.occurrence);
  const step = nextStepOf({ duties }, [task], at)!;
  const where = `${task.text} ${textOf(runs)} ${words} ${step.until} ${task.basisText}`;
  const check = (isSo: boolean, what: string): void => {
    if (!isSo) note(what, where);
  };
  check(isOverdue(task, at) === task.overdue, 'a task is overdue as the API says');
  check(saysLate(textOf(runs)) === task.overdue, 'a row says 逾期 as the API says');
  check((groupOf(task, at) === 'late') === task.overdue, 'a row stands under 已逾期 as the API says');
  check(saysLate(textOf(step.count)) === task.overdue, 'the next step says 逾期 as the API says');
  check(task.levelProposed === caseHead(regulation, state, isoOf(at)).provisional, '初判 as the case says');
  // A call and what waits for a word have no limit of their own.
  if (task.due !== null && task.basis !== null) {
    check(task.breachable || MARK.test(words), 'a row marks what cannot be broken');
    check(task.breachable || MARK.test(step.until), 'the next step marks what cannot be broken');
    check(
      !words.includes('本局自定') || duty?.basis === 'bureau' || duty?.ownDue !== undefined,
      '本局自定 of what the bureau has set alone',
    );
    const marks = duty === undefined ? taskMarks(task) : dutyMarks(duty);
    check(taskMarks(task).join() === marks.join(), 'a task has the marks of its duty');
    check(
      marks.every((mark) => words.includes(mark) && step.until.includes(mark)),
      'list and next step have the marks of the case',
    );
  }
};

/** The reply as it was, five minutes after the limit: what the API would say by then. */
const lookWithoutAnswer = (moment: Moment, duty: DutyReply): void => {
  if (duty.status !== 'open' || duty.due === null || Date.parse(duty.due) <= moment.at) return;
  const later = Date.parse(duty.due) + AFTER_A_LIMIT;
  const then = dutiesAt(moment, later).find(
    (each) => each.duty === duty.duty && each.occurrence === duty.occurrence,
  );
  const said = textOf(figuresOf(duty, later).left);
  if (then?.status === 'open' && then.overdue !== saysLate(said))
    moment.note('a case says 逾期 without a newer answer', `${duty.name} ${said}`);
};

const lookAt = (moment: Moment): number => {
  const { regulation, state, reading, at, note } = moment;
  const duties = dutiesAt(moment, at);
  const tasks = tasksIn(regulation, state)
    .filter((task) => isShownAt(task, isoOf(at)))
    .map((task) => taskView(regulation, state, task, { reading, now: isoOf(at) }));
  for (const task of tasks) lookAtTask(moment, task, duties);
  if (new Set(tasks.map(keyOf)).size !== tasks.length) note('a task has a key of its own', isoOf(at));
  for (const duty of duties) {
    const isOpen = duty.status === 'open' || duty.status === 'held';
    const said = textOf(figuresOf(duty, at).left);
    if (isOpen && saysLate(said) !== duty.overdue) note('a case says 逾期 as the API says', duty.name);
    lookWithoutAnswer(moment, duty);
  }
  return tasks.length + duties.length;
};

const readingOf = (regulation: Regulation): Reading => {
  const roster = exampleRoster(regulation);
  const [role, [person]] = Object.entries(roster.roles)[0] as [string, { id: string; name: string }[]];
  const { id, name } = person!;
  const who = { actor: { id, name, role, person: id }, posts: [{ role }] };
  return { regulation, roster, onDuty: Object.values(roster.roles).flat(), who };
};

/** Around each limit, from one entry of the log to the next. */
const instantsIn = (regulation: Regulation, state: CaseState, from: number, until: number): number[] => {
  const dues = scheduleCase(regulation, state).duties.flatMap(({ current: { due } }) =>
    due === null ? [] : [Date.parse(due)],
  );
  const all = [from, until - 1, ...dues.flatMap((due) => [due - 1000, due, due + 1, due + 61_000])];
  return [...new Set(all)].filter((at) => at >= from && at <= until);
};

const play = async (story: string): Promise<{ looked: number; differences: Differences }> => {
  const scenario = readScenarioFile(`rehearsals/${story}.json`);
  const run = await rehearse(scenario, await loadDefinitions(scenario.bureau));
  const regulation = regulationInForce(scenario.bureau, scenario.settings);
  const reading = readingOf(regulation);
  const differences: Differences = new Map();
  let looked = 0;
  for (const caseId of Object.values(run.cases)) {
    const log = await run.system.cases.log(caseId);
    let state: CaseState | null = null;
    for (const [index, entry] of log.entries()) {
      state = evolve(state, entry);
      const after = log[index + 1];
      const from = Date.parse(entry.at);
      for (const at of instantsIn(regulation, state, from, after ? Date.parse(after.at) : from + 3 * DAY)) {
        const note = (what: string, where: string): void => {
          const { count, first } = differences.get(what) ?? { count: 0, first: `${isoOf(at)} ${where}` };
          differences.set(what, { count: count + 1, first });
        };
        looked += lookAt({ regulation, reading, state, at, note });
      }
    }
  }
  return { looked, differences };
};

describe('the desk says what the record says', () => {
  it.each(STORIES)('in %s', { timeout: 120_000 }, async (story) => {
    const { looked, differences } = await play(story);
    expect(Object.fromEntries(differences)).toEqual({});
    expect(looked).toBeGreaterThan(0);
  });
});
