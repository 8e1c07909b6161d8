import { grave, type Office } from './office.ts';
import { caseIn, caseOf, type Told } from './told.ts';

/** The head of the office, through the API. */
interface Head {
  open(body: object): Promise<string>;
  give(caseId: string, command: object): Promise<unknown>;
  readCase(caseId: string): Promise<void>;
  readList(): Promise<void>;
}
type Give = (command: object) => Promise<unknown>;

const assigned = (receivedAt: string) => ({ kind: 'zhanjiang-assigned', receivedAt, reference: '1号' });
const told = (form: string, more: object = {}) => ({
  type: 'FileReport',
  kind: 'first',
  form,
  to: ['zhanjiang'],
  ...more,
});

/** What others said or agreed to, entered by the office and not yet confirmed. */
const enterForOthers = async (give: Give): Promise<void> => {
  const said = { channel: '电话', at: '2026-03-02T07:59:00+08:00' };
  const deputy = { ...said, person: 'deputy-1' };
  await give({ type: 'RecordAction', action: 'statementApproved', onBehalf: { ...deputy, text: '通报' } });
  const body = { ...said, body: 'zhanjiang', who: '值班室', reference: '通话记录1号' };
  await give({ type: 'RecordAction', action: 'superiorConsent', outside: body });
  const call = { post: '湛江市局值班室', at: '2026-03-02T07:59:30+08:00' };
  await give({ type: 'ReleaseDuty', duty: 'zhanjiangTelephone', reason: '对方电话同意', call });
};

/** Opened at 08:00: days and words for instants, entries that wait for a word, and what came too late or went past a gate. */
const playLate = async (office: Office, head: Head): Promise<void> => {
  const opening = { title: '交办', unit: 'food' };
  const first = await head.open({
    ...opening,
    level: 'red',
    sources: [assigned('2026-03-02T07:30:00+08:00')],
    instants: { eventAt: '2026-03-01', occurredAt: '2026-03-02T07:00:00+08:00' },
  });
  const give: Give = (command) => head.give(first, command);
  // Put off by somebody else, within what the bureau knew.
  const later = { instant: 'occurredAt', at: '2026-03-02T07:20:00+08:00', reason: '原帖时间' };
  await office.as('deputyLeader')('POST', `/v1/cases/${first}/commands`, {
    type: 'CorrectInstant',
    ...later,
  });
  await enterForOthers(give);
  // Dated before anything that is known of the case.
  await give(told('telephone', { to: ['chiefLeader'], madeAt: '2026-02-28T09:00:00+08:00' }));
  await head.readCase(first);
  await head.readList();

  office.pass(8 * 3_600_000);
  await give(told('telephone', { madeAt: '2026-03-02T09:00:00+08:00' }));
  const happened = { reason: '已在网站发布' };
  await give({ type: 'RecordPublication', form: 'authoritative', title: '通告', happened });
  await give({ type: 'DraftSupervisionOrder', duty: 'unitResponse', reason: '未报处置情况' });
  const answer = { ...told('telephone'), to: ['chiefLeader'], spokeTo: '局主要负责人', post: '本局' };
  await office.as('unitHead', 'food')('POST', `/v1/cases/${first}/commands`, answer);
  await head.readCase(first);
  await head.readList();

  const [late] = (await office.system.cases.load(first))!.reports;
  const denial = { type: 'ConfirmAct', act: late!.entry, agree: false, reason: '无通话记录' };
  await office.as('chiefLeader')('POST', `/v1/cases/${first}/commands`, denial);
  await head.readCase(first);
  await playVerified(office, head, first);
};

/** Of what was entered late: what a leader has verified, and what has no limit in numbers. */
const playVerified = async (office: Office, head: Head, caseId: string): Promise<void> => {
  const path = `/v1/cases/${caseId}/commands`;
  const met = { participants: '食品股全体', conclusion: '立即核查', madeAt: '2026-03-02T08:30:00+08:00' };
  await office.as('unitHead', 'food')('POST', path, { type: 'RecordMeeting', ...met });
  const { reports } = (await office.system.cases.load(caseId))!;
  const [{ entry }] = reports.filter(({ to }) => to.includes('zhanjiang')) as [(typeof reports)[number]];
  const verified = { type: 'ConfirmAct', act: entry, agree: true, reference: '湛收55号' };
  await office.as('chiefLeader')('POST', path, verified);
  await head.readCase(caseId);
  await head.give(caseId, { type: 'RecordAction', action: 'verified', note: '已核实' });
};

/** At a level that a unit has only proposed: entered after its limit, which breaks nothing yet. */
const playProposed = async (office: Office, head: Head): Promise<void> => {
  const opening = {
    title: '辖区超市食品问题',
    sources: [{ kind: 'monitored' }],
    level: 'orange',
    unit: 'food',
  };
  const { case: caseId } = caseIn(await office.as('unitLiaison', 'food')('POST', '/v1/cases', opening));
  const source = { type: 'AddSource', source: assigned('2026-03-02T07:59:00+08:00') };
  await head.give(caseId, source);
  office.pass(4 * 3_600_000);
  await head.give(caseId, told('telephone', { madeAt: '2026-03-02T09:00:00+08:00' }));
  await head.readCase(caseId);
};

/** Limits that had passed before anybody determined the level, in the office's own half hour, or raised it. */
const playBeforeIts = async (office: Office, head: Head): Promise<void> => {
  const early = [assigned('2026-03-02T04:50:00+08:00')];
  const raised = await head.open({ title: '交办', level: 'blue', sources: early });
  const graded = caseOf(await office.push([grave('graded', { publishedAt: '2026-03-02 03:10' })]));
  office.pass(20 * 60_000);
  await head.give(raised, { type: 'ChangeLevel', level: 'orange', authority: 'change', reason: '多地转发' });
  await head.give(graded, { type: 'ConfirmGrade', level: 'red' });
  await head.readCase(raised);
  await head.readCase(graded);
};

/** What is in doubt, waits for a word, or had passed too soon. */
export const playDoubts = async (officeHead: () => Promise<[Office, Head]>): Promise<void> => {
  await playLate(...(await officeHead()));
  await playBeforeIts(...(await officeHead()));
  await playProposed(...(await officeHead()));
};

/** A case that was pushed: one item says an unreadable time and one too long ago, the other a day only. */
export const pushDoubts = async (office: Office): Promise<Told> =>
  office.push([
    grave('old', { publishedAt: '2026-01-05 08:00', eventAt: '昨晚' }),
    grave('day', { publishedAt: '2026-03-01', eventAt: '2026-03-01' }),
    grave('ago', { publishedAt: '3小时前' }),
    grave('both', { publishedAt: '2026-03-02 07:00', eventAt: '2026-03-02 06:00' }),
  ]);
