import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { taskMade } from '../duties/made-task.ts';

// Duties and tasks as the API tells them, for tests of what the desk makes of them.

const officer = { id: 'dutyOfficer', name: '局办公室值班员(舆情管理人员)' };
export const head = { id: 'officeHead', name: '局办公室负责人' };
export const clause = {
  clause: '办法 第二十二条(二)',
  name: '《舆情监测及处置管理办法》第二十二条(二)',
  short: '办法第22条(二)',
  quote: '三小时内电话报告',
};

/** 电话报告, due at 01:50, open. */
export const duty = (over: Partial<DutyReply> = {}): DutyReply => ({
  duty: 'zhanjiangTelephone',
  name: '电话报告湛江市局',
  status: 'open',
  statusText: '待办',
  basis: 'law',
  basisText: '办法规定',
  limitKind: 'within',
  limitText: '3小时内',
  clauses: [clause],
  start: {
    instant: 'receivedAt',
    name: '收到',
    at: '2026-03-02T22:50:00+08:00',
    estimated: false,
    dateOnly: false,
  },
  occurrence: '1',
  due: '2026-03-03T01:50:00+08:00',
  softDue: null,
  holds: [],
  overdue: false,
  breachable: true,
  provisional: false,
  byReference: false,
  foundLate: null,
  untold: false,
  outcome: 'open',
  completedAt: null,
  fulfilledLate: false,
  next: { stage: 'overdue', stageText: '逾期督办', at: '2026-03-03T02:20:00+08:00', to: head },
  reason: null,
  responsible: officer,
  unit: null,
  receivers: [],
  byNotice: null,
  missingReceivers: [],
  warningDraft: null,
  copies: [],
  channels: [],
  rungs: [officer, head],
  history: [],
  ...over,
});

/** 召开紧急会议, 立即, since 23:00. */
export const immediate = (over: Partial<DutyReply> = {}): DutyReply =>
  duty({
    duty: 'emergencyMeeting',
    name: '召开紧急会议',
    limitKind: 'immediate',
    limitText: '立即',
    due: '2026-03-02T23:00:00+08:00',
    breachable: false,
    responsible: { id: 'unitHead', name: '责任股室负责人' },
    next: {
      stage: 'remind',
      stageText: '提醒',
      at: '2026-03-03T01:15:00+08:00',
      to: { id: 'chiefLeader', name: '局主要负责人' },
    },
    ...over,
  });

/** The task of `duty`, as it lies with the officer on duty. */
export const task = (over: Partial<TaskReply> = {}): TaskReply =>
  taskMade({
    unit: { id: 'food', name: '食品安全监管股' },
    due: '2026-03-03T01:50:00+08:00',
    duty: 'zhanjiangTelephone',
    clauses: [clause],
    next: { stage: 'overdue', stageText: '逾期督办', at: '2026-03-03T02:20:00+08:00', to: head },
    commands: [{ type: 'FileReport', carries: { form: 'telephone', to: ['zhanjiang'] } }],
    ...over,
  });
