import type { RegulationData } from '../schema.ts';
import { cite } from './clauses.ts';

type DutyData = RegulationData['duties'][number];
type TermData = DutyData['terms'][number];
type AnchorData = TermData['start'][number];

const warned = ['blue', 'yellow', 'orange', 'red'];
const yellowUp = ['yellow', 'orange', 'red'];
const orangeUp = ['orange', 'red'];
const onLevel: AnchorData[] = [{ instant: 'levelReachedAt' }];
const onOccurrence: AnchorData[] = [{ instant: 'occurredAt' }];
const immediate = (word: string) => ({ kind: 'immediate' as const, word });
const prompt = (word: string) => ({ kind: 'prompt' as const, word });
const ongoing = (word: string) => ({ kind: 'ongoing' as const, word });
const within = (limit: string) => ({ kind: 'within' as const, within: limit });
const leaders = ['deputyLeader', 'chiefLeader'];

/** Register X10, X51: which sources start the 收到 clock. The law names only 交办; the others are settings. */
const fromReceipt: AnchorData[] = [
  { instant: 'receivedAt', of: ['zhanjiang-assigned'] },
  { instant: 'receivedAt', of: ['zhanjiang-prompted'], when: { setting: 'promptCountsAsAssigned' } },
  {
    instant: 'detectedAt',
    when: { all: [{ source: 'monitored' }, { setting: 'receiptLimitsForSelfFound' }] },
  },
];
const owedToZhanjiang = {
  any: [
    { source: 'zhanjiang-assigned' },
    { all: [{ source: 'zhanjiang-prompted' }, { setting: 'promptCountsAsAssigned' }] },
    { all: [{ source: 'monitored' }, { setting: 'receiptLimitsForSelfFound' }] },
  ],
};
const receiptTerm = (
  levels: string[],
  limit: string,
  clauses: string[],
  extra: Partial<TermData> = {},
): TermData => ({
  levels,
  cite: clauses,
  when: owedToZhanjiang,
  start: fromReceipt,
  pick: 'earliest',
  limit: within(limit),
  ...extra,
});

const warning: DutyData[] = [
  {
    id: 'warnUnits',
    name: '预警相关股室和领导小组',
    responsible: 'dutyOfficer',
    receivers: ['unitLiaison', 'leadingGroup'],
    channels: ['phone', 'sms', 'wechat', 'yuezhengyi', 'oa', 'fax'],
    fulfilledBy: [{ act: 'notice' }],
    recurs: 'eachLevel',
    ladder: 'officeAtOnce',
    terms: [
      {
        levels: warned,
        start: onLevel,
        limit: immediate('第一时间'),
        cite: cite(
          '办法 第十六条 ①',
          '预案 3.3.1',
          '附件2 五(二)④',
          '办法 第二十条',
          '办法 第二十一条(二)序',
          '办法 第二十一条(二)蓝',
        ),
      },
    ],
  },
  {
    id: 'reportLeaders',
    name: '上报本局领导',
    responsible: 'dutyOfficer',
    receivers: leaders,
    copies: ['officeHead'],
    channels: ['phone', 'sms', 'wechat', 'yuezhengyi', 'oa'],
    fulfilledBy: [{ act: 'notice' }],
    recurs: 'eachLevel',
    ladder: 'officeAtOnce',
    terms: [
      {
        levels: yellowUp,
        start: onLevel,
        limit: immediate('立即'),
        cite: cite('办法 第十七条 ①', '附件2 五(三)黄+'),
      },
    ],
  },
  {
    id: 'transferUnit',
    name: '转办责任股室',
    responsible: 'dutyOfficer',
    receivers: ['unitLiaison'],
    channels: ['system'],
    fulfilledBy: [{ act: 'unitAssigned' }],
    ladder: 'officeAtOnce',
    terms: [
      {
        levels: warned,
        start: onLevel,
        limit: immediate('立即进入处置程序'),
        cite: cite('办法 第二十条', '办法 第五条 ①'),
      },
    ],
  },
  {
    id: 'confirmGrade',
    name: '确定警示级别',
    responsible: 'dutyOfficer',
    receivers: [],
    channels: ['system'],
    fulfilledBy: [{ act: 'gradeConfirmed' }],
    ladder: 'officeAtOnce',
    officeTarget: 'targetConfirmGrade',
    terms: [
      {
        levels: warned,
        start: [{ instant: 'gradedAt' }],
        limit: prompt(''),
        cite: cite('办法 第十四条 ①', '附件2 五(一)①', '预案 3.2.1'),
      },
    ],
  },
  {
    id: 'unitResponse',
    name: '股室初报处置情况',
    responsible: 'unitLiaison',
    receivers: ['chiefLeader', 'deputyLeader'],
    copies: ['officeHead'],
    channels: ['phone', 'written', 'oa'],
    ladder: 'unitAtOnce',
    fulfilledBy: [{ act: 'report', kinds: ['first', 'progress', 'final'], to: leaders }],
    terms: [
      {
        levels: warned,
        start: [{ instant: 'acknowledgedAt' }, { after: 'warnUnits' }],
        // 签收 may start this clock; it never moves one that the warning has started.
        pick: 'earliest',
        limit: immediate('立即'),
        cite: cite('办法 第十六条 ②', '办法 第二十二条(一)', '办法 第二十二条(二)股室', '附件2 五(二)⑤'),
      },
    ],
  },
  {
    id: 'unitFoundReport',
    name: '股室自行发现重大舆情上报',
    responsible: 'unitHead',
    receivers: ['officeHead'],
    channels: ['phone', 'written', 'system'],
    fulfilledBy: [{ act: 'report', to: ['officeHead', ...leaders] }],
    ladder: 'unitAtOnce',
    officeTarget: 'targetUnitFoundReport',
    terms: [
      {
        levels: orangeUp,
        when: { source: 'unit-found' },
        start: [{ instant: 'detectedAt' }],
        limit: prompt('及时上报'),
        cite: cite('办法 第十八条 ②', '办法 第三十四条(二)'),
      },
    ],
  },
];

const emergency: DutyData[] = [
  {
    id: 'verifySource',
    name: '责成股室核实来源和原因',
    responsible: 'dutyOfficer',
    receivers: ['unitHead'],
    channels: ['phone', 'written', 'system'],
    fulfilledBy: [
      { act: 'action', action: 'verificationOrdered' },
      { act: 'action', action: 'verified' },
    ],
    ladder: 'officeAtOnce',
    terms: [
      {
        levels: warned,
        pick: 'earliest',
        limit: immediate('立即责成'),
        cite: cite('办法 第二十五条(二)'),
        when: {
          any: [
            { source: 'superior-instruction' },
            { source: 'zhanjiang-prompted' },
            { source: 'city-prompted' },
            { all: [{ source: 'zhanjiang-assigned' }, { warningLevel: 'blue' }] },
          ],
        },
        start: [
          {
            instant: 'receivedAt',
            of: ['superior-instruction', 'zhanjiang-prompted', 'city-prompted', 'zhanjiang-assigned'],
          },
        ],
      },
    ],
  },
  {
    id: 'startMechanism',
    name: '启动舆情应急处置机制',
    responsible: 'officeHead',
    receivers: ['leadingGroup'],
    channels: ['system'],
    fulfilledBy: [{ act: 'action', action: 'mechanismStarted' }, { act: 'planStart' }],
    ladder: 'officeAtOnce',
    terms: [
      {
        levels: yellowUp,
        when: { source: 'zhanjiang-assigned' },
        start: [{ instant: 'receivedAt', of: ['zhanjiang-assigned'] }],
        limit: immediate('立即启动'),
        cite: cite('办法 第二十五条(三)'),
      },
    ],
  },
  {
    id: 'emergencyMeeting',
    name: '召开紧急会议',
    responsible: 'unitHead',
    receivers: ['officeHead'],
    channels: ['meeting'],
    fulfilledBy: [{ act: 'meeting' }],
    ladder: 'unitAtOnce',
    terms: [{ levels: yellowUp, start: onLevel, limit: immediate('立即'), cite: cite('办法 第二十四条 ②') }],
  },
  {
    id: 'emergencyPlan',
    name: '报请启动应急预案',
    responsible: 'unitHead',
    receivers: ['leadingGroup'],
    channels: ['written', 'phone', 'system'],
    fulfilledBy: [{ act: 'planStart' }],
    ladder: 'unitAtOnce',
    terms: [
      {
        levels: orangeUp,
        start: onLevel,
        limit: immediate('立即报请'),
        cite: cite('办法 第二十四条 ③', '预案 4.2 ①', '预案 2.1.3'),
      },
      {
        levels: ['blue', 'yellow'],
        when: { flag: 'externalEmergency' },
        start: onLevel,
        limit: immediate('同时启动'),
        cite: cite('预案 4.1'),
      },
    ],
  },
  {
    id: 'emergencyHandling',
    name: '启动舆情应急处置工作',
    responsible: 'officeHead',
    receivers: ['coordination', 'unitHead'],
    channels: ['system'],
    fulfilledBy: [{ act: 'action', action: 'emergencyHandlingStarted' }, { act: 'planStart' }],
    ladder: 'officeAtOnce',
    terms: [
      { levels: ['red'], start: onLevel, limit: immediate('启动'), cite: cite('办法 第二十一条(二)红 ①') },
    ],
  },
  {
    id: 'planVerification',
    name: '第一时间调查核实',
    responsible: 'unitHead',
    receivers: ['leadingGroup'],
    copies: ['officeHead'],
    channels: ['phone', 'written'],
    fulfilledBy: [{ act: 'action', action: 'verified' }],
    ladder: 'unitAtOnce',
    terms: [
      {
        levels: warned,
        start: [{ instant: 'planStartedAt' }],
        limit: immediate('第一时间'),
        cite: cite('预案 4.2(2)'),
      },
    ],
  },
  {
    id: 'factVerification',
    name: '核实曝光信息',
    responsible: 'unitHead',
    receivers: ['officeHead'],
    channels: ['written'],
    fulfilledBy: [{ act: 'action', action: 'verified' }],
    ladder: 'unitAtOnce',
    officeTarget: 'targetFactVerification',
    terms: [
      {
        levels: warned,
        when: { flag: 'specificFacts' },
        start: [{ instant: 'gradedAt' }],
        limit: prompt('及时'),
        cite: cite('办法 第二十六条', '附件2 八(二)'),
      },
    ],
  },
];

const reportsUp: DutyData[] = [
  {
    id: 'decideReportUp',
    name: '局领导决定是否上报',
    responsible: 'deputyLeader',
    receivers: ['zhanjiang', 'cityCommittee', 'cityGovernment'],
    channels: ['system'],
    fulfilledBy: [{ act: 'decision', decision: 'reportUp' }],
    ladder: 'officeAtOnce',
    officeTarget: 'targetDecideReportUp',
    terms: [
      {
        levels: ['orange'],
        start: onLevel,
        limit: prompt('研判后决定'),
        cite: cite('办法 第十七条 ②', '附件2 五(三)橙 决定'),
      },
    ],
  },
  {
    id: 'reportThreeSuperiors',
    name: '向市委、市政府和湛江市局报告',
    responsible: 'officeHead',
    receivers: ['cityCommittee', 'cityGovernment', 'zhanjiang'],
    channels: ['phone', 'written'],
    ladder: 'officeAtOnce',
    fulfilledBy: [
      { act: 'report', to: ['cityCommittee', 'cityGovernment', 'zhanjiang'], everyReceiver: true },
    ],
    terms: [
      {
        levels: ['red'],
        start: onLevel,
        limit: immediate('立即'),
        cite: cite('办法 第十七条 ③', '附件2 五(三)红 报告'),
      },
    ],
  },
  {
    id: 'zhanjiangTelephone',
    name: '电话报告湛江市局',
    responsible: 'dutyOfficer',
    receivers: ['zhanjiang'],
    channels: ['phone'],
    fulfilledBy: [{ act: 'report', forms: ['telephone'], to: ['zhanjiang'] }],
    ladder: 'officeHours',
    terms: [
      receiptTerm(['yellow'], 'PT12H', cite('办法 第二十二条(二)黄 电话')),
      receiptTerm(orangeUp, 'PT3H', cite('办法 第二十二条(二)橙+ 电话')),
    ],
  },
  {
    id: 'zhanjiangWritten',
    name: '书面报告湛江市局',
    responsible: 'dutyOfficer',
    receivers: ['zhanjiang'],
    channels: ['written'],
    fulfilledBy: [{ act: 'report', forms: ['written'], to: ['zhanjiang'] }],
    ladder: 'officeHours',
    terms: [
      receiptTerm(['blue'], 'P10D', cite('办法 第二十二条(二)蓝/批办'), {
        name: '报告湛江市局处置情况',
        ladder: 'officeDays',
        when: { source: 'zhanjiang-assigned' },
        fulfilledBy: [{ act: 'report', to: ['zhanjiang'] }],
        start: [{ instant: 'receivedAt', of: ['zhanjiang-assigned'] }],
      }),
      receiptTerm(['yellow'], 'PT24H', cite('办法 第二十二条(二)黄 书面')),
      receiptTerm(orangeUp, 'PT12H', cite('办法 第二十二条(二)橙+ 书面')),
    ],
  },
];

const response: DutyData[] = [
  {
    id: 'decideResponse',
    name: '决定是否对外回应',
    responsible: 'officeHead',
    receivers: ['unitHead'],
    channels: ['system'],
    fulfilledBy: [{ act: 'decision', decision: 'respondPublicly' }, { act: 'publication' }],
    ladder: 'officeAtOnce',
    officeTarget: 'targetDecideResponse',
    terms: [
      {
        levels: ['yellow'],
        start: onLevel,
        limit: prompt('根据趋势决定'),
        cite: cite('办法 第二十一条(二)黄'),
      },
    ],
  },
  {
    id: 'prepareStatement',
    name: '准备回应口径并报局领导审定',
    responsible: 'officeHead',
    receivers: leaders,
    channels: ['written'],
    fulfilledBy: [{ act: 'action', action: 'statementApproved' }],
    ladder: 'officeAtOnce',
    officeTarget: 'targetPrepareStatement',
    terms: [
      {
        levels: orangeUp,
        start: onLevel,
        limit: prompt('及时组织'),
        cite: cite('办法 第二十一条(二)橙 ①', '办法 第二十七条(一)', '办法 第二十七条 序'),
      },
    ],
  },
  {
    id: 'publicResponse',
    name: '对外回应',
    responsible: 'officeHead',
    receivers: ['public'],
    channels: ['public'],
    ladder: 'officeHours',
    holdable: true,
    fulfilledBy: [
      { act: 'publication', forms: ['authoritative', 'pressConference', 'briefing', 'interview'] },
    ],
    terms: [
      {
        levels: ['orange'],
        start: onOccurrence,
        limit: within('PT48H'),
        cite: cite('办法 第二十一条(二)橙 ②', '附件2 五(三)橙 48h'),
      },
      {
        levels: ['red'],
        name: '发布权威信息',
        start: onOccurrence,
        limit: within('PT5H'),
        cite: cite('办法 第二十一条(二)红 ②', '附件2 五(三)红 5h'),
        fulfilledBy: [{ act: 'publication', forms: ['authoritative'] }],
      },
    ],
  },
  {
    id: 'pressConference',
    name: '举行新闻发布会',
    responsible: 'officeHead',
    receivers: ['public'],
    channels: ['public'],
    ladder: 'officeHours',
    holdable: true,
    fulfilledBy: [{ act: 'publication', forms: ['pressConference'] }],
    terms: [
      {
        levels: ['red'],
        start: onOccurrence,
        limit: within('PT24H'),
        cite: cite('办法 第二十一条(二)红 ③', '附件2 五(三)红 24h'),
      },
    ],
  },
  {
    id: 'keepPublishing',
    name: '持续发布权威信息',
    responsible: 'officeHead',
    receivers: ['public'],
    channels: ['public'],
    ladder: 'officeHours',
    holdable: true,
    fulfilledBy: [{ act: 'publication' }],
    terms: [
      {
        levels: orangeUp,
        start: onLevel,
        limit: ongoing('持续'),
        cite: cite('办法 第二十一条(二)红 ④', '办法 第二十一条(二)橙 ②'),
      },
    ],
  },
  {
    id: 'trackResponse',
    name: '回应后专项跟踪监测',
    responsible: 'dutyOfficer',
    receivers: leaders,
    channels: ['system'],
    ladder: 'officeHours',
    fulfilledBy: [{ act: 'action', action: 'followUpJudged' }],
    terms: [
      {
        levels: orangeUp,
        start: onLevel,
        limit: ongoing('持续性'),
        cite: cite('办法 第二十七条(三)', '预案 4.2(1)'),
      },
    ],
  },
];

const progressReport = [{ act: 'report' as const, kinds: ['progress', 'final'] }];
const writtenProgress = [
  {
    act: 'report' as const,
    kinds: ['progress', 'final'],
    forms: ['written'],
    to: ['officeHead', ...leaders],
  },
];
const progress: DutyData[] = [
  {
    id: 'blueProgress',
    name: '续报处置进展',
    responsible: 'dutyOfficer',
    receivers: ['zhanjiang'],
    copies: ['officeHead'],
    channels: ['written', 'phone'],
    fulfilledBy: progressReport,
    ladder: 'officeDays',
    terms: [
      {
        levels: ['blue'],
        cite: cite('办法 第二十三条(一)①'),
        limit: { kind: 'every', every: 'P15D', until: 'concludedAt', from: 'completion' },
        // X12: from the completion of the first report; until then from the grading.
        start: [
          { after: 'zhanjiangWritten' },
          { after: 'unitResponse', when: { not: { source: 'zhanjiang-assigned' } } },
          { instant: 'gradedAt' },
        ],
      },
    ],
  },
  {
    id: 'phoneProgress',
    name: '随时电话报告进展',
    responsible: 'unitLiaison',
    receivers: leaders,
    copies: ['officeHead'],
    channels: ['phone'],
    ladder: 'unitHours',
    fulfilledBy: [{ act: 'report', forms: ['telephone'] }],
    terms: [
      {
        levels: yellowUp,
        start: onLevel,
        limit: ongoing('随时'),
        cite: cite('办法 第二十三条(二)①', '附件2 六(二)①', '附件2 六(三)', '预案 4.2(2)'),
      },
    ],
  },
  {
    id: 'dailyReport',
    name: '每日书面报告',
    responsible: 'unitLiaison',
    receivers: [...leaders, 'officeHead'],
    channels: ['written'],
    fulfilledBy: writtenProgress,
    ladder: 'unitHours',
    terms: [
      {
        levels: orangeUp,
        start: [{ instant: 'outbreakAt' }],
        limit: { kind: 'every', every: 'PT24H', until: 'calmedAt', from: 'due' },
        cite: cite('办法 第二十三条(二)②', '附件2 六(二)②'),
      },
    ],
  },
  {
    id: 'confirmNotCalmed',
    name: '满一周确认是否平息',
    basis: 'office',
    responsible: 'officeHead',
    receivers: ['leadingGroup'],
    channels: ['system'],
    fulfilledBy: [{ act: 'action', action: 'notCalmedConfirmed' }, { act: 'calm' }],
    ladder: 'officePrompt',
    // X14: 通常一周内 is a remark, not a cap; on day 7 the office is asked.
    terms: [
      {
        levels: orangeUp,
        when: { setting: 'askCalmAfterAWeek' },
        start: [{ instant: 'outbreakAt' }],
        limit: within('P1W'),
        cite: cite('办法 第二十三条(二)②'),
      },
    ],
  },
  {
    id: 'weeklyReport',
    name: '每周书面续报',
    responsible: 'unitLiaison',
    receivers: [...leaders, 'officeHead'],
    channels: ['written'],
    fulfilledBy: writtenProgress,
    ladder: 'officeDays',
    terms: [
      {
        levels: orangeUp,
        start: [{ instant: 'calmedAt' }],
        limit: { kind: 'every', every: 'P1W', until: 'concludedAt', from: 'due' },
        cite: cite('办法 第二十三条(二)③', '附件2 六(二)③'),
      },
      {
        levels: ['yellow'],
        when: { setting: 'weeklyForYellow' },
        start: [{ instant: 'calmedAt' }],
        limit: { kind: 'every', every: 'P1W', until: 'concludedAt', from: 'due' },
        cite: cite('办法 第二十三条(二)③'),
      },
    ],
  },
  {
    id: 'review',
    name: '总结评估并归档',
    responsible: 'officeHead',
    receivers: leaders,
    channels: ['written'],
    fulfilledBy: [{ act: 'review' }],
    ladder: 'officeDays',
    officeTarget: 'targetReview',
    survivesConclusion: true,
    terms: [
      {
        levels: orangeUp,
        start: [{ instant: 'calmedAt' }],
        limit: prompt('及时'),
        cite: cite('办法 第三十条', '预案 5.2 ①', '预案 5.2 ②'),
      },
    ],
  },
];

export const duties: DutyData[] = [...warning, ...emergency, ...reportsUp, ...response, ...progress];
