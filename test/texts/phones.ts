import { exampleRoster } from '../../infra/local/people.ts';
import type { Office } from '../support/office.ts';
import { caseIn } from '../support/told.ts';

export const roster = exampleRoster();

/** The mobile of the first person of a role in the example's roster. */
export const numberOf = (role: string): string => roster.roles[role]![0]!.mobile;

/** Opens a yellow case of 雷州's food unit as the officer on duty; `more` goes over the body. */
export const openYellow = async (
  office: Office,
  key: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  const body = {
    title: `群众来电${key}`,
    sources: [{ kind: 'monitored' }],
    level: 'yellow',
    unit: 'food',
    key,
  };
  return caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', { ...body, ...more })).case;
};

/** The texts that went to a number, the oldest first. */
export const textsTo = (office: Office, mobile: string): string[] =>
  office.sent.filter((each) => each.to === mobile).map(({ message }) => message.text);

const MINUTE = 60_000;
/** A text of no case that can wait: one of each number. */
export const sendOther = async (
  office: Office,
  { mobile, id }: { mobile: string; id: string },
  number: number,
) => {
  const about = { group: `ROSTER#${number}`, template: 'rosterChanged', variables: {} };
  const at = office.now();
  await office.system.mailboxes.put({ mobile, person: id, name: id, address: id, tries: 0, at, about });
  await office.notify();
};
/** He has had the ten texts of an hour, and one more waits. */
export const fillHour = async (office: Office, person: { mobile: string; id: string }): Promise<void> => {
  const before = textsTo(office, person.mobile).length;
  for (let number = 0; number < 11; number += 1) {
    await sendOther(office, person, number);
    office.pass(MINUTE);
  }
  const sent = textsTo(office, person.mobile).length - before;
  if (sent !== 10) throw new Error(`${sent} texts were sent`);
};
