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
