import type { Actor } from '../../shared/case/events.ts';
import type { CommandOf } from '../../shared/rules/refusing.ts';
import { type caseFile, chief } from './case-file.ts';
import type { Office } from './office.ts';

export const SUMMARY = '舆情已经处置完毕';
const REASON = '已由上级部门另行办理';

/** A duty as a schedule or an answer has it, or by its id alone. */
interface Owed {
  duty: string;
  occurrence?: string;
  current?: { occurrence: string };
}
/** What a reason may be given under: the duty, and the time that it is owed. */
const keysOf = ({ duty, current, occurrence = current?.occurrence }: Owed): string[] =>
  occurrence === undefined ? [duty] : [duty, `${duty}#${occurrence}`];

/** 结报 with a reason for each of these duties, whether it is left undone or not. */
export const concluding = (duties: readonly Owed[]): CommandOf<'Conclude'> => ({
  type: 'Conclude',
  summary: SUMMARY,
  unmet: Object.fromEntries(duties.flatMap(keysOf).map((key) => [key, REASON])),
});

/** 结报 of a case with whatever is left undone, agreed to by a second person where that is needed. */
export const concludeCase = (
  file: ReturnType<typeof caseFile>,
  when: string,
  giver: Actor,
  second: Actor = chief,
) => {
  const first = file.give(when, giver, concluding(file.schedule().duties));
  return file.state.conclusion === null ? first : file.give(when, second, { type: 'ApproveConclusion' });
};

/** The same through the office's API; the first status that is not 200, or 200. */
export const concludeByDesk = async (office: Office, caseId: string, by = 'officeHead'): Promise<number> => {
  const path = `/v1/cases/${caseId}`;
  const { body } = await office.as(by)('GET', path);
  const { duties } = body as { duties: { duty: string; occurrence: string }[] };
  const first = await office.as(by)('POST', `${path}/commands`, concluding(duties));
  if (first.status !== 200) return first.status;
  const { state } = first.body as { state: string };
  if (state !== 'open') return first.status;
  return (await office.as('chiefLeader')('POST', `${path}/commands`, { type: 'ApproveConclusion' })).status;
};
