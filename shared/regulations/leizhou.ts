import { completeRegulation } from './complete.ts';
import { authorities, contacts, gates } from './leizhou/authority.ts';
import { cite, clauses } from './leizhou/clauses.ts';
import { duties } from './leizhou/duties.ts';
import { grading, handling } from './leizhou/grading.ts';
import { informs } from './leizhou/informs.ts';
import { scales } from './leizhou/levels.ts';
import { actions, decisions, instants, ladders, roles, sources, units } from './leizhou/organisation.ts';
import { documents, libraries, routing } from './leizhou/reference.ts';
import { settings } from './leizhou/settings.ts';
import {
  categories,
  channels,
  flags,
  mediaTypes,
  publicationForms,
  reportForms,
  reportKinds,
} from './leizhou/vocabulary.ts';
import type { Regulation } from './schema.ts';

/** 雷州市市场监督管理局《舆情监测及处置管理办法》 with its annexes, and 《舆情突发事件应急预案》. */
export const leizhou: Regulation = completeRegulation({
  id: 'leizhou',
  bureau: '雷州市市场监督管理局(知识产权局)',
  title: '《舆情监测及处置管理办法》《舆情突发事件应急预案》',
  version: '2024-05-30',
  issuedOn: '2024-05-30',
  effectiveOn: '2024-05-30',
  zone: 'Asia/Shanghai',
  smsSignature: '雷州市监',
  numbering: { case: 'LZ', supervisionOrder: '雷市监舆督', report: '热点舆情报告' },
  cite: cite('A-通知', '办法 第三十五、三十六条', '预案 标题', '预案 8'),
  clauses,
  roles,
  units,
  scales,
  sources,
  flags,
  instants,
  mediaTypes,
  categories,
  reportForms,
  reportKinds,
  publicationForms,
  channels,
  actions,
  decisions,
  handling,
  grading,
  duties,
  routing,
  contacts,
  authorities,
  gates,
  ladders,
  settings,
  documents,
  libraries,
  informs,
});
