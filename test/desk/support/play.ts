import { expect } from 'vitest';
import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import type { Size } from './browser.ts';
import type { OpenBureau } from './bureau.ts';
import { type PersonAtDesk, personAt } from './person.ts';
import { findings } from './probes/axe.ts';

// A play: people of one bureau, each on his own device, who do what they do through the desk's pages alone.

export type Entry = LogReply['entries'][number];

/** Of whom what happens is asked. */
const READER = 'officeHead';

export const openPlay = (bureau: OpenBureau) => {
  const people = new Map<string, PersonAtDesk>();
  /** Somebody at a page; he logs in where he has not yet. */
  const at = async (who: string, path: string, size: Size = 'phone'): Promise<PersonAtDesk> => {
    const known = people.get(`${who}/${size}`);
    await known?.go(path);
    const person = known ?? (await personAt(bureau, who, { size, path }));
    people.set(`${who}/${size}`, person);
    await person.settles();
    return person;
  };
  const duties = (who: string, size?: Size) => at(who, '/desk/duties', size);
  /** What his list says on top, once it is there. */
  const answer = async (who: string, size?: Size): Promise<string> => {
    const person = await duties(who, size);
    await person.sees(/核对，每\d+秒一次/);
    return person.heading();
  };
  const caseAt = (who: string, caseId: string, size?: Size) => at(who, `/desk/cases/${caseId}`, size);

  /** He takes the act beside a row of his list: `登记电话报告`, where the row has `of`. */
  const take = async (who: string, act: string, of = '', size?: Size): Promise<PersonAtDesk> => {
    const person = await duties(who, size);
    await person.tap(new RegExp(`^${act} ?：.*${of}`));
    await person.page.locator('form').waitFor();
    return person;
  };
  /** He chooses an act among all that he may do to the case. */
  const choose = async (who: string, caseId: string, act: string, size?: Size): Promise<PersonAtDesk> => {
    const person = await caseAt(who, caseId, size);
    await person.tap('其他办理');
    await person.page.getByRole('dialog').getByRole('link', { name: act, exact: true }).click();
    await person.page.locator('form').waitFor();
    return person;
  };
  /** What stands under 登记后 as soon as the bureau has said what the act would do, and these words are among it. */
  const does = async ({ page }: PersonAtDesk, ...words: string[]): Promise<string> => {
    await page.locator('.does li').first().waitFor();
    const told = page.locator('.does');
    for (const word of words) await expect.poll(() => told.innerText()).toContain(word);
    return told.innerText();
  };
  /** He sends the form, and reads that it is done. */
  const send = async (person: PersonAtDesk): Promise<string> => {
    await does(person);
    await person.submit.click();
    await person.sees(/^已(?:办|申请|登记)：/);
    await bureau.settled();
    return person.heading();
  };

  /** The whole log, as the head of the office may read it. */
  const logOf = async (caseId: string): Promise<Entry[]> => {
    const entries: Entry[] = [];
    for (let query = ''; ; ) {
      const page = (await bureau.read(READER, `/v1/cases/${caseId}/log${query}`)) as unknown as LogReply;
      entries.push(...page.entries);
      if (page.next === null) return entries;
      query = `?cursor=${encodeURIComponent(page.next)}`;
    }
  };
  /** What the log says of the last entry of a command: `02:50 值班员甲:…`. */
  const lastOf = async (caseId: string, command: string): Promise<string> => {
    const found = (await logOf(caseId)).filter((entry) => entry.command === command).pop();
    return found === undefined
      ? ''
      : `${found.localTime.slice(5, 16)} ${found.actor.name} ${found.labels.join('；')}`;
  };
  /** The texts since the last time that somebody asked. */
  const texts = (): { to: string; message: string }[] => bureau.texts.splice(0);

  return {
    ...{ at, duties, answer, caseAt, take, choose, does, send, logOf, lastOf, texts, findings },
    /** What went wrong on anybody's device, and may not. */
    faults: (): string[] => [...people.values()].flatMap(({ faults }) => faults),
    leave: async (): Promise<void> => {
      await Promise.all([...people.values()].map((person) => person.leave()));
    },
  };
};
export type Play = ReturnType<typeof openPlay>;
