import type { RegulationData } from '../schema.ts';
import { cite } from './clauses.ts';
import { criterionWords, floorWords, negation } from './words.ts';

const assumed = '默认值(假设)';
const judicial = '两高2013年司法解释(点击、浏览5000次或者转发500次)';
const cityRule = '仙桃市网络舆情处理工作细则第三条(媒体层级)';
const rate = '民间监测惯例(1小时增长50%)';

/** 附件4 and 附件5 have titles and no bodies: every number here is a default that the bureau replaces as data. */
export const grading: RegulationData['grading'] = {
  requireHumanConfirm: true,
  decidedBy: '局办公室',
  cite: cite('办法 第十条', '办法 第十四条 ①', '附件4', '附件5', '预案 1.5 量化'),
  // Register X22: the four factors of 办法第十条 plus 热度 (办法第十三条); 预案1.5's factors are shown as notes.
  criteria: [
    {
      id: 'sensitivity',
      name: '敏感程度',
      weight: 0.2,
      words: criterionWords.sensitivity,
      cite: cite('办法 第十条', '办法 第十三条', '办法 第十四条 ①'),
    },
    {
      id: 'severity',
      name: '严重程度',
      weight: 0.25,
      words: criterionWords.severity,
      cite: cite('办法 第十条', '办法 第十四条 ①', '预案 1.5 序'),
    },
    {
      id: 'urgency',
      name: '紧急程度',
      weight: 0.15,
      words: criterionWords.urgency,
      cite: cite('办法 第十条', '办法 第十四条 ①'),
    },
    {
      id: 'scope',
      name: '影响范围',
      weight: 0.2,
      words: criterionWords.scope,
      cite: cite('办法 第十条', '办法 第十四条 ①', '预案 1.5 序'),
    },
    { id: 'heat', name: '热度', weight: 0.2, words: [], cite: cite('办法 第十三条', '附件5') },
  ],
  negation,
  heat: {
    cap: 4,
    window: 'PT24H',
    counters: [
      {
        id: 'reposts',
        name: '转发量',
        steps: [20, 500, 5_000, 50_000],
        basis: ['南宁市规定四(三)(微博转发20次)', judicial, assumed, assumed],
      },
      {
        id: 'views',
        name: '阅读量',
        steps: [5_000, 50_000, 500_000, 5_000_000],
        basis: [judicial, assumed, assumed, assumed],
      },
      {
        id: 'comments',
        name: '评论量',
        steps: [50, 500, 5_000, 50_000],
        basis: [assumed, assumed, assumed, assumed],
      },
    ],
    ranks: [
      {
        id: 'mediaTier',
        name: '媒体层级',
        values: [
          { id: 'self', name: '自媒体', value: 0, basis: assumed },
          { id: 'city', name: '市级网站、论坛', value: 1, basis: cityRule },
          { id: 'province', name: '省级媒体、主要城市网站', value: 2, basis: cityRule },
          {
            id: 'central',
            name: '中央媒体、全国性门户',
            value: 3,
            basis: `${cityRule}、办法第十二条橙`,
            flag: 'centralMedia',
          },
          {
            id: 'centralMany',
            name: '多家中央媒体',
            value: 4,
            basis: '办法第十二条红(主流媒体重点报道)',
            flag: 'centralMedia',
          },
          {
            id: 'overseas',
            name: '境外媒体',
            value: 4,
            basis: '办法第十二条红(国(境)外)',
            flag: 'crossCity',
          },
        ],
      },
      {
        id: 'hotSearch',
        name: '热搜',
        values: [
          { id: 'none', name: '未上榜', value: 0, basis: assumed },
          { id: 'local', name: '本地榜', value: 1, basis: assumed },
          { id: 'region', name: '全国平台的省、市榜', value: 2, basis: assumed },
          { id: 'national', name: '全国榜', value: 3, basis: assumed },
          { id: 'nationalTop10', name: '全国榜前十', value: 4, basis: assumed },
        ],
      },
    ],
    growth: [
      // B1 紧急程度 1: slow growth.
      { window: 'PT48H', atLeastPercent: 0, minimum: 20, add: 0, urgency: 1, basis: assumed },
      { window: 'PT1H', atLeastPercent: 50, minimum: 20, add: 1, urgency: 2, basis: rate },
      {
        window: 'PT48H',
        atLeastPercent: 500,
        minimum: 20,
        add: 1,
        urgency: 3,
        basis: '厂商经验(48小时增长500%)',
      },
    ],
  },
  bands: [
    { level: 'routine', below: 20 },
    { level: 'blue', below: 40 },
    { level: 'yellow', below: 60 },
    { level: 'orange', below: 80 },
    { level: 'red', below: null },
  ],
  // Register X24: the clause joins its criteria by commas, so one match only proposes the level.
  floors: [
    {
      id: 'centralMedia',
      flag: 'centralMedia',
      atLeast: 'orange',
      candidate: true,
      words: floorWords.centralMedia,
      reason: '被中央主流媒体报道',
      cite: cite('办法 第十二条 橙', '附件2 四(二)橙', '预案 1.5 橙'),
    },
    {
      id: 'superiorDemandsResponse',
      flag: 'superiorDemandsResponse',
      atLeast: 'orange',
      candidate: false,
      words: floorWords.superiorDemandsResponse,
      reason: '市委、市政府或上级部门要求主动回应',
      cite: cite('办法 第十二条 橙', '附件2 四(二)橙', '预案 1.5 橙'),
    },
    {
      id: 'crossCounty',
      flag: 'crossCounty',
      atLeast: 'orange',
      candidate: true,
      words: floorWords.crossCounty,
      reason: '涉及范围跨县(市)、区',
      cite: cite('办法 第十二条 橙', '附件2 四(二)橙'),
    },
    {
      id: 'crossCity',
      flag: 'crossCity',
      atLeast: 'red',
      candidate: true,
      words: floorWords.crossCity,
      reason: '涉及范围跨地级市或国(境)外',
      cite: cite('办法 第十二条 红', '附件2 四(二)红', '预案 1.5 红'),
    },
    {
      id: 'linkedMajorEmergency',
      flag: 'linkedMajorEmergency',
      atLeast: 'red',
      candidate: true,
      words: floorWords.linkedMajorEmergency,
      reason: '关联重大级及以上级突发事件',
      cite: cite('办法 第十二条 红', '附件2 四(二)红', '预案 1.5 红'),
    },
    {
      id: 'ideologySign',
      flag: 'ideologySign',
      atLeast: 'yellow',
      candidate: true,
      words: floorWords.ideologySign,
      reason: '出现意识形态渗透迹象',
      cite: cite('办法 第十二条 黄', '预案 1.5 黄'),
    },
    {
      id: 'ideologyError',
      flag: 'ideologyError',
      atLeast: 'red',
      candidate: true,
      words: floorWords.ideologyError,
      reason: '出现意识形态方面严重错误导向',
      cite: cite('办法 第十二条 红', '预案 1.5 红'),
    },
  ],
  sameStory: { window: 'P3D', similarity: 0.8 },
};

/** At which level a case is handled although its own warning level is lower. */
export const handling: RegulationData['handling'] = [
  {
    id: 'bureauInstruction',
    when: { all: [{ source: 'bureau-instruction' }, { warningLevel: 'routine' }] },
    handleAs: 'blue',
    reason: '本局领导在常规舆情上批办,参照蓝色处置',
    cite: cite('办法 第二十一条(一)②'),
  },
  {
    // 办法第二十五条(一): what the superior itself regards as 常规 is only passed on (register X7).
    id: 'superiorPrompt',
    when: { any: [{ source: 'zhanjiang-prompted' }, { source: 'city-prompted' }] },
    handleAs: 'yellow',
    unlessRegardedAs: 'routine',
    reason: '湛江市局或雷州市委、市政府提示关注,参照黄色处置',
    cite: cite('办法 第二十一条(三)', '办法 第十四条 ③', '办法 第二十五条(一)'),
  },
  {
    id: 'superiorInstruction',
    when: { source: 'superior-instruction' },
    handleAs: 'blue',
    reason: '上级领导批示督办,按领导批办的舆情处置',
    cite: cite('办法 第二十二条(二)蓝/批办'),
  },
];
