import { claimsOf } from '../../../infra/local/api-event.ts';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { SYSTEM_ACTOR } from '../../../shared/office/office.ts';
import type { Evidence } from '../../../shared/records/log/chain.ts';
import { createUpgradeRig, type Machines, type UpgradeRig } from '../rig.ts';

const POINTS = {
  起因: '过期食品',
  性质: '食品安全',
  影响: '全国媒体转载',
  责任: '涉事门店',
  经验教训: '提前核查',
  潜在风险: '同类门店',
};

/** The gateway reports of texts that it took: that one got there, then of each that it did not, until one has to be told by telephone. */
const receiptsCome = async ({ office, logOf, stateOf }: UpgradeRig, caseId: string): Promise<void> => {
  const events = (await logOf(caseId)).map(({ event }) => event);
  const notices = events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
  const texts = events
    .flatMap((event) => (event.type === 'NoticesHandedOver' ? event.handOvers : []))
    .flatMap(({ key, status, to }) => {
      const notice = notices.find((each) => each.key === key);
      return status !== 'handedOver' || to === undefined || notice?.duty === undefined
        ? []
        : [{ notice, to }];
    });
  const report = async (
    status: 'delivered' | 'undelivered',
    { notice, to: { address, person, mobile, tries } }: (typeof texts)[number],
  ): Promise<unknown> =>
    office.system.office.carryOut(caseId, SYSTEM_ACTOR, {
      type: 'RecordTextReceipt',
      status,
      notice,
      address,
      person,
      mobile,
      tries,
      reportedAt: office.now(),
      handedOverAt: office.now(),
      settled: [],
      detail: '对方号码无法送达',
    });
  await report('delivered', texts[0]!);
  for (const text of texts.slice(1)) {
    await report('undelivered', text);
    if (Object.keys((await stateOf(caseId)).telephoneTasks).length > 0) return;
  }
};

/**
 * One case through which every person's command goes that the rehearsals leave out, with all that it can say, and what
 * else is rare: receipts of texts, a full history, a fault, days of reports that nobody files.
 * Played through the real handlers. Returns its log.
 */
export const playLogStory = async (machines: Machines): Promise<Evidence[]> => {
  const rig = await createUpgradeRig(machines);
  const opened = await rig.ask('dutyOfficer', 'POST', '/v1/cases', {
    key: 'whole-file',
    title: '某连锁超市过期食品被曝光',
    sources: [
      {
        kind: 'zhanjiang-assigned',
        receivedAt: '2026-03-02T07:30:00+08:00',
        reference: '湛市监舆〔2026〕7号',
      },
    ],
    instants: { occurredAt: '2026-03-02T07:00:00+08:00', knownAt: '2026-03-02T07:30:00+08:00' },
    flags: ['specificFacts'],
    unit: 'food',
    factors: { sensitivity: 3, severity: 3, urgency: 2, scope: 2, heat: 2 },
  });
  const caseId = String(opened.case);
  const give = (who: string, body: object) => rig.ask(who, 'POST', `/v1/cases/${caseId}/commands`, body);

  await give('officeHead', {
    type: 'CorrectInstant',
    instant: 'occurredAt',
    at: '2026-03-02T06:40:00+08:00',
    reason: '原帖发布于6时40分',
  });
  await give('officeHead', {
    type: 'ConfirmGrade',
    level: 'orange',
    handleAs: 'orange',
    reason: '多家媒体转载',
    factors: { sensitivity: 3, severity: 3, urgency: 3, scope: 2, heat: 2 },
  });
  await give('officeHead', {
    type: 'AddSource',
    source: {
      kind: 'city-prompted',
      receivedAt: '2026-03-02T07:50:00+08:00',
      reference: '市府督〔2026〕3号',
      regardedAs: 'orange',
    },
  });
  await give('dutyOfficer', { type: 'SetFlags', add: ['crossRegion'], reason: '邻市同步曝光' });
  await give('deputyLeader', { type: 'SetFlags', remove: ['crossRegion'], reason: '邻市已澄清' });
  await give('leadingGroup', { type: 'SetResponseLevel', level: 'response2', reason: '预案4.4' });
  await give('officeHead', { type: 'AssignUnit', unit: 'quality', note: '先行抽检' });
  await give('unitHead@quality', { type: 'ReturnCase', reason: '抽检由食品股自行组织' });
  await give('officeHead', { type: 'AssignUnit', unit: 'food', note: '转回食品股' });
  await give('officeHead', { type: 'AssignUnit', unit: 'price', part: 'joint', note: '核查价格' });
  await give('officeHead', { type: 'WithdrawUnit', unit: 'price', reason: '经核实不涉及价格违法' });
  await give('unitLiaison@food', { type: 'Acknowledge' });
  await give('unitHead@food', { type: 'RequestPlan', reason: '传播较快' });
  await give('leadingGroup', { type: 'StartPlan', commander: '分管局领导', note: '预案4.2' });
  await give('dutyOfficer', {
    type: 'RecordInstruction',
    from: 'superior',
    text: '请速核查',
    handleAs: 'orange',
  });
  await give('chiefLeader', {
    type: 'RecordDecision',
    decision: 'reportUp',
    outcome: '向湛江市局报告',
    to: ['zhanjiang'],
  });
  await rig.office.http({
    method: 'POST',
    path: `/v1/cases/${caseId}/commands`,
    claims: claimsOf(personFor(exampleRoster(), 'dutyOfficer')),
    headers: { 'idempotency-key': 'desk-1' },
    body: JSON.stringify({ type: 'RecordAction', action: 'mechanismStarted', note: '各组到位' }),
  });
  await give('leadingGroup', { type: 'HoldDuty', duty: 'publicResponse', reason: '先行救治' });
  await give('leadingGroup', { type: 'ResumeDuty', duty: 'publicResponse', reason: '救治完毕' });
  await give('unitHead@food', { type: 'RecordMeeting', participants: '各股室', conclusion: '下架、核查' });
  await give('officeHead', {
    type: 'ChangeLevel',
    level: 'blue',
    handleAs: 'yellow',
    authority: 'change',
    reason: '热度回落',
  });
  await give('deputyLeader', { type: 'RejectLevelChange', reason: '仍在传播' });
  await give('officeHead', {
    type: 'ChangeLevel',
    level: 'red',
    handleAs: 'red',
    authority: 'instruction',
    reason: '外省转发',
  });
  const drafted = async (reason: string): Promise<number> => {
    await give('dutyOfficer', { type: 'DraftSupervisionOrder', reason });
    return (await rig.stateOf(caseId)).orders.at(-1)!.entry;
  };
  const order = await drafted('现场处置不当');
  await give('officeHead', { type: 'ChargeSigner', person: 'deputy-1' });
  await give('officeHead', {
    type: 'SignSupervisionOrder',
    order,
    answerBy: '2026-03-03T12:00:00+08:00',
    text: '请说明封存情况',
  });
  await give('unitHead@food', { type: 'AcknowledgeOrder', order });
  await give('officeHead', { type: 'VoidOrder', order: await drafted('重复拟稿'), reason: '与前一份重复' });

  await receiptsCome(rig, caseId);
  const [notice] = Object.keys((await rig.stateOf(caseId)).telephoneTasks);
  await give('dutyOfficer', { type: 'AnswerNotice', notice, how: 'telephoned', note: '已口头告知' });

  const { generation } = await rig.stateOf(caseId);
  rig.stands.set('schedule-duties', () => {
    throw Object.assign(new Error('out of order'), { name: 'OutOfOrder' });
  });
  await rig.call('transfer-case', { caseId, generation, reason: 'history' });
  await give('unitLiaison@food', {
    type: 'FileReport',
    kind: 'first',
    form: 'telephone',
    to: ['officeHead'],
    channel: 'phone',
    reference: '电话记录1号',
    summary: '已下架',
  });
  await rig.goTo('2026-03-02T00:10:00.000Z');
  rig.stands.clear();
  await rig.sweep();

  // Nobody files the daily reports.
  await rig.goTo('2026-03-04T00:00:00.000Z');
  await give('dutyOfficer', { type: 'RecordAction', action: 'verified', note: '现场已封存' });
  await give('deputyLeader', { type: 'RecordAction', action: 'statementApproved', text: '情况通报' });
  await give('dutyOfficer', {
    type: 'RecordPublication',
    form: 'authoritative',
    title: '情况通报',
    link: 'https://www.example.com/1',
  });
  await give('leadingGroup', { type: 'DeclareCalm', reason: '传播得到控制' });
  await rig.goTo('2026-03-04T06:00:00.000Z');
  await give('dutyOfficer', { type: 'Rekindle', reason: '再次上热搜' });
  await give('leadingGroup', { type: 'EndPlan', reason: '处置完毕' });
  await rig.goTo('2026-03-05T00:00:00.000Z');
  await give('leadingGroup', { type: 'DeclareCalm', reason: '检验结果公布' });
  const { incompleteActs } = (await rig.ask('officeHead', 'GET', `/v1/cases/${caseId}`)) as {
    incompleteActs: { act: number }[];
  };
  for (const { act } of incompleteActs)
    await give('unitLiaison@food', { type: 'CompleteAct', act, spokeTo: '值班员', post: '局办公室' });
  await rig.conclude(caseId);
  await give('officeHead', { type: 'FileReview', points: POINTS });
  await rig.goTo('2026-03-05T01:00:00.000Z');
  return rig.office.system.cases.evidence(caseId);
};
