import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { TextListReply } from '../../../shared/contracts/replies/registers.ts';
import type { Entry } from '../../../web/model/case/log.ts';
import { duty } from './duties.ts';

// A case and what belongs to it as the API tells it, for tests of what the desk makes of it.

type Row = TextListReply['texts'][number];

/** A text that went out. */
export const text = (over: Partial<Row>): Row => ({
  entry: 4,
  at: '2026-03-02T23:00:00+08:00',
  status: 'handedOver',
  statusText: '短信已提交网关',
  detail: null,
  role: { id: 'dutyOfficer', name: '局办公室值班员' },
  instead: null,
  unit: null,
  name: '值班员甲',
  mobile: '138****0001',
  text: '【雷州市监】请签收,办理。',
  duty: null,
  ...over,
});
/** 定级, by the officer on duty. */
export const entry = (over: Partial<Entry>): Entry => ({
  caseId: 'LZ2026-0007',
  version: 1,
  at: '2026-03-02T15:02:00Z',
  actor: { id: 'duty-1', name: '值班员甲', role: 'dutyOfficer' },
  command: 'ConfirmGrade',
  events: [{ type: 'GradeConfirmed' }],
  rearms: true,
  previousHash: '0'.repeat(64),
  hash: '5b775542'.repeat(8),
  state: { format: 1, hash: '' },
  texts: {},
  localTime: '2026-03-02T23:02:00+08:00',
  labels: ['定级为重大舆情:跨县(市)、区'],
  ...over,
});

/** A draft. */
export const order: CaseReply['orders'][number] = {
  order: 24,
  state: 'draft',
  stateText: '待签发',
  number: null,
  duty: 'zhanjiangTelephone',
  unit: { id: 'food', name: '食品安全监管股' },
  reason: '逾期未办',
  draftedAt: '2026-03-03T01:02:00+08:00',
  issuedAt: null,
  answerBy: null,
  acknowledgedAt: null,
  text: null,
};
/** An open case at 橙. */
export const found = (over: Partial<CaseReply> = {}): CaseReply => ({
  case: 'LZ2026-0007',
  title: '某食品厂问题产品流入周边市场',
  state: 'open',
  stateText: '在办',
  secret: false,
  warningLevel: { id: 'orange', name: '重大舆情(橙色)', short: '橙' },
  handlingLevel: { id: 'orange', name: '重大舆情(橙色)', short: '橙' },
  withoutLimit: null,
  provisional: false,
  gradingText: '已定级',
  unconfirmedActCount: 0,
  lateEntryCount: 1,
  unapprovedActCount: 0,
  gradedLate: false,
  unit: { id: 'food', name: '食品安全监管股' },
  version: 2,
  regulation: { id: 'leizhou', version: '1' },
  byReference: null,
  responseLevel: null,
  ratings: [],
  grade: { score: null, reasons: [] },
  lead: null,
  sources: [],
  instants: {
    openedAt: '2026-03-02T23:00:00+08:00',
    gradedAt: '2026-03-02T23:00:00+08:00',
    confirmedAt: null,
    acknowledgedAt: null,
    planStartedAt: null,
    calmedAt: null,
    concludedAt: null,
    archivedAt: null,
  },
  dateOnly: [],
  unread: [],
  doubts: [],
  flags: [],
  items: [],
  note: {},
  question: null,
  awaitingSecondPerson: null,
  toConfirm: [],
  withdrawn: [],
  denied: [],
  telephoneTasks: [],
  receipts: { delivered: 0, undelivered: 0 },
  awaitingConclusion: null,
  leftUndone: [],
  orders: [order],
  releases: [],
  incompleteActs: [],
  refusalCount: 0,
  duties: [duty({ status: 'fulfilled', outcome: 'fulfilledLate', completedAt: '2026-03-03T02:32:00+08:00' })],
  cancelled: [],
  ...over,
});
