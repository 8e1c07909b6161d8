import type { RegulationData } from '../schema.ts';
import { type ClauseId, cite, clauses } from './clauses.ts';

type LevelData = RegulationData['scales'][number]['levels'][number];

// 预案附件2(分级标准和响应规定) has a title and no body in the published text (register X4), so nothing can be quoted.
const response = (rank: 1 | 2 | 3 | 4, numeral: string, sameAs: ClauseId): LevelData => ({
  id: `response${5 - rank}`,
  rank,
  name: `${numeral}应急响应`,
  short: numeral,
  colour: null,
  definition:
    '预案附件2《舆情突发事件分级标准和响应规定》公布文本无正文,由舆情领导小组按事态发展和专家组研判结果确定。',
  lead: 'leadingGroup',
  clocked: false,
  cite: cite('预案 4.4', '预案 1.5 序', sameAs, '预案 附件2'),
});

/** 办法第十二条 governs; 附件2 四 and 预案1.5 are cited as the alternates (register X23). */
export const scales: RegulationData['scales'] = [
  {
    id: 'warning',
    name: '警示级别',
    cite: cite('办法 第十条', '办法 第十二条 序', '附件2 四 序', '附件2 四(二)序', '预案 1.5 序'),
    levels: [
      {
        id: 'routine',
        rank: 0,
        name: '常规舆情',
        short: '常规',
        colour: null,
        clocked: false,
        lead: null,
        definition: clauses['办法 第十一条'],
        cite: cite('办法 第十一条', '附件2 四(一)', '预案 1.5 序'),
      },
      {
        id: 'blue',
        rank: 1,
        name: '一般舆情',
        short: '蓝',
        colour: '蓝色',
        clocked: true,
        lead: 'unitHead',
        definition: clauses['办法 第十二条 蓝'],
        cite: cite('办法 第十二条 蓝', '办法 第十九条 蓝', '附件2 四(二)蓝', '预案 1.5 蓝'),
      },
      {
        id: 'yellow',
        rank: 2,
        name: '敏感舆情',
        short: '黄',
        colour: '黄色',
        clocked: true,
        lead: 'chiefLeader',
        definition: clauses['办法 第十二条 黄'],
        cite: cite('办法 第十二条 黄', '办法 第十九条 黄', '附件2 四(二)黄', '预案 1.5 黄'),
      },
      {
        id: 'orange',
        rank: 3,
        name: '重大舆情',
        short: '橙',
        colour: '橙色',
        clocked: true,
        lead: 'zhanjiang',
        definition: clauses['办法 第十二条 橙'],
        cite: cite('办法 第十二条 橙', '办法 第十九条 橙', '附件2 四(二)橙', '预案 1.5 橙'),
      },
      {
        id: 'red',
        rank: 4,
        name: '特别重大舆情',
        short: '红',
        colour: '红色',
        clocked: true,
        lead: 'zhanjiang',
        definition: clauses['办法 第十二条 红'],
        cite: cite('办法 第十二条 红', '办法 第十九条 红', '附件2 四(二)红', '预案 1.5 红'),
      },
    ],
  },
  {
    id: 'response',
    name: '应急响应级别',
    cite: cite('预案 4.4', '预案 1.5 序'),
    levels: [
      response(4, '一级', '预案 1.5 红'),
      response(3, '二级', '预案 1.5 橙'),
      response(2, '三级', '预案 1.5 黄'),
      response(1, '四级', '预案 1.5 蓝'),
    ],
  },
];
