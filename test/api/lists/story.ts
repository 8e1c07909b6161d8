import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { SYSTEM_ACTOR } from '../../../shared/office/office.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import type { Table } from '../../../shared/records/table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf, isPerUnit, openableLevels } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { concluding } from '../../support/conclude.ts';
import { createOffice, type Office, plain } from '../../support/office.ts';
import { caseIn } from '../../support/told.ts';
import { actsOf, type Command, type Ending, endingOf } from './story-acts.ts';

const HOUR = 3_600_000;
/** So many stages of a case at a time: a clock of days has hundreds. */
const STAGES = 8;
export const CASES = 12;

export interface Story {
  office: Office;
  regulation: Regulation;
  cases: string[];
  /** The commands that were carried out, each type once. */
  done: Set<string>;
}

/** Gives a command as each of those whom the regulation lets give it, until one may. */
export const giveAny = async (
  { office, regulation, done }: Story,
  caseId: string,
  command: Command,
): Promise<boolean> => {
  const state = (await office.system.cases.load(caseId))!;
  for (const role of giversOf(regulation, command.type, state.handlingLevel)) {
    const unit = isPerUnit(regulation, role) ? (state.unit ?? regulation.units[0]!.id) : undefined;
    const told = await office.as(role, unit)('POST', `/v1/cases/${caseId}/commands`, command);
    if (told.status !== 200) continue;
    done.add(command.type);
    return true;
  }
  return false;
};

/** Lets the clock of a case act, as its workflow would, and tells what is to be told. */
const runClock = async ({ office, regulation }: Story, caseId: string): Promise<void> => {
  for (let stage = 0; stage < STAGES; stage += 1) {
    const state = (await office.system.cases.load(caseId))!;
    const [first] = scheduleCase(regulation, state)
      .duties.flatMap((owed) => (owed.next === null ? [] : [{ owed, next: owed.next }]))
      .sort((one, other) => (one.next.at < other.next.at ? -1 : 1));
    if (first === undefined || first.next.at > office.now()) return;
    const { owed, next } = first;
    await office.system.office.carryOut(caseId, SYSTEM_ACTOR, {
      ...{ type: 'EnforceStage', duty: owed.duty, occurrence: owed.current.occurrence },
      ...{ stage: next.stage, index: next.index, due: owed.current.due ?? next.at, orderNumber: '督1' },
    });
    await office.notify(caseId);
  }
};
const runClocks = async (story: Story): Promise<void> => {
  for (const caseId of story.cases) await runClock(story, caseId);
};

const openOne = async ({ office, regulation, cases }: Story, index: number): Promise<void> => {
  const { units, sources, flags } = regulation;
  const levels = openableLevels(regulation);
  const level = levels[index % levels.length]!.id;
  const occurredAt = new Date(Date.parse(office.now()) - 2 * HOUR).toISOString();
  const opening = {
    ...{ title: `${index % 2 ? '过期食品' : '学校食堂'}之${index}号来信`, key: `k-${index}`, level },
    ...(index % 4 === 3 ? {} : { unit: units[index % 3]!.id }),
    ...{ flags: index % 3 === 1 ? [flags[1]!.id] : [], instants: index % 2 ? { occurredAt } : {} },
  };
  const received = { receivedAt: office.now(), reference: `收文〔2026〕${index}号` };
  for (const { id, from } of [sources[(index * 3) % sources.length]!, sources[0]!])
    for (const role of giversOf(regulation, 'OpenCase', level)) {
      if (isPerUnit(regulation, role)) continue;
      const body = { ...opening, sources: [{ kind: id, ...(from === null ? {} : received) }] };
      const told = await office.as(role)('POST', '/v1/cases', body);
      if (told.status !== 201) continue;
      cases.push(caseIn(told).case);
      return;
    }
};

const end = async (story: Story, caseId: string, how: Ending): Promise<void> => {
  const state = (await story.office.system.cases.load(caseId))!;
  await giveAny(story, caseId, concluding(scheduleCase(story.regulation, state).duties));
  if (how === 'proposed') return;
  await giveAny(story, caseId, { type: 'ApproveConclusion' });
  if (how === 'concluded') return;
  await story.office.system.office.carryOut(caseId, SYSTEM_ACTOR, { type: 'Archive' });
};

/** Who heads the office also heads the second unit: two ids, one number. */
const giveSecondPost = async ({ office, regulation }: Story): Promise<void> => {
  const { roster, version } = (await office.system.rosters.read())!;
  const roles = structuredClone(roster.roles);
  const [head] = roles.officeHead!;
  const unit = regulation.units[1]!.id;
  roles.unitHead!.push({ ...head!, id: 'head-second', unit });
  const change = { changedBy: 'test', changedAt: office.now() };
  await office.system.rosters.write({ version: version + 1, roster: { roles }, ...change });
};

/** A bureau in the middle of its work: a dozen cases at all levels, in every state, with time passing. */
export const playStory = async (bureau: string, table: Table = createMemoryTable()): Promise<Story> => {
  const regulation = regulations[bureau]!;
  const office = await createOffice({ regulation, table });
  const story: Story = { office, regulation, cases: [], done: new Set() };
  await giveSecondPost(story);
  await office.push([plain('a', { unit: regulation.units[0]!.id }), plain('b'), plain('c')]);
  for (let index = 0; index < CASES; index += 1) {
    await openOne(story, index);
    office.pass(HOUR / 6);
  }
  // Some are told by text, the others have to be called.
  office.sms.isDown = true;
  await office.notify();
  await runClocks(story);
  office.sms.isDown = false;
  const { roster } = (await office.system.rosters.read())!;
  const people = Object.values(roster.roles).flat();
  for (const [index, caseId] of story.cases.entries()) {
    const person = people[index % people.length]!.id;
    for (const command of actsOf(regulation, index, { at: office.now(), person }))
      await giveAny(story, caseId, command);
    office.pass(HOUR / 6);
  }
  office.pass(9 * HOUR);
  await runClocks(story);
  await office.sweep();
  for (const [index, caseId] of story.cases.entries()) {
    const { orders } = (await office.system.cases.load(caseId))!;
    const answerBy = new Date(Date.parse(office.now()) + 20 * HOUR).toISOString();
    if (orders[0] !== undefined)
      await giveAny(story, caseId, { type: 'SignSupervisionOrder', order: orders[0].entry, answerBy });
    const how = endingOf(index);
    if (how !== undefined) await end(story, caseId, how);
  }
  office.pass(40 * HOUR);
  await runClocks(story);
  await office.notify();
  await office.sweep();
  return story;
};
