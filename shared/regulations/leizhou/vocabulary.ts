import type { RegulationData } from '../schema.ts';
import { type ClauseId, cite } from './clauses.ts';

type Clauses = [ClauseId, ...ClauseId[]];
const named = (id: string, name: string, ...clauses: Clauses) => ({ id, name, cite: cite(...clauses) });

/** 办法第八条; the lists of 附件2 and 预案3.1.2 are the same without 短视频平台. */
const media = (id: string, name: string) => named(id, name, '办法 第八条', '附件2 二 监测范围', '预案 3.1.2');
export const mediaTypes: RegulationData['mediaTypes'] = [
  media('newspaper', '报纸杂志'),
  media('television', '电视'),
  media('radio', '广播'),
  media('newsSite', '新闻网站'),
  media('commercialSite', '商业网站'),
  media('professionalSite', '专业相关网站'),
  media('forum', '论坛社区'),
  media('postBar', '贴吧'),
  media('weibo', '微博'),
  media('blog', '博客'),
  media('wechat', '微信'),
  media('sms', '短信'),
  named('shortVideo', '短视频平台', '办法 第八条'),
  media('newsApp', '新闻客户端'),
  media('selfMedia', '其他形式的自媒体'),
];

/** The seven of 办法第九条. 附件2 lists five of them, 预案3.1.3 another five; each cites the lists it stands in. */
export const categories: RegulationData['categories'] = [
  named('localReport', '新闻媒体报道,涉及本辖区问题', '办法 第九条', '附件2 三 监测内容', '预案 3.1.3'),
  named('outsideLinked', '辖区外舆情,源头或流向涉及本辖区', '办法 第九条', '附件2 三 监测内容', '预案 3.1.3'),
  named(
    'outsideSimilar',
    '辖区外舆情,辖区内可能存在类似问题',
    '办法 第九条',
    '附件2 三 监测内容',
    '预案 3.1.3',
  ),
  named('performance', '监管履职的负面信息', '办法 第九条', '附件2 三 监测内容', '预案 3.1.3'),
  named('ownPolicy', '本部门重大决策、政策出台后的动态', '办法 第九条', '预案 3.1.3'),
  named('ideology', '意识形态渗透', '办法 第九条', '附件2 三 监测内容'),
  named('otherNegative', '本部门其他负面信息', '办法 第九条'),
];

export const flags: RegulationData['flags'] = [
  named('secret', '涉密', '办法 第十五条 ④'),
  named('specificFacts', '有明确时间、地点、基本事实', '办法 第二十六条', '附件2 八(二)'),
  named('externalEmergency', '本局突发事件应急预案已启动(Ⅱ级及以上)', '预案 4.1'),
  named('crossRegion', '跨区域', '办法 第二十九条 ②', '附件2 八(三)②', '预案 4.3 ②'),
  named('ideologySign', '意识形态渗透迹象', '办法 第十二条 黄', '预案 1.5 黄'),
  named('ideologyError', '意识形态严重错误导向', '办法 第十二条 红', '预案 1.5 红'),
  named('political', '涉政治或意识形态', '附件2 八(三)③', '预案 4.3 ③'),
  named('superiorDemandsResponse', '上级要求主动回应', '办法 第十二条 橙', '附件2 四(二)橙', '预案 1.5 橙'),
  named('centralMedia', '中央主流媒体报道', '办法 第十二条 橙', '附件2 四(二)橙'),
  named('crossCounty', '跨县(市)、区', '办法 第十二条 橙'),
  named('crossCity', '跨地级市或国(境)外', '办法 第十二条 红'),
  named('linkedMajorEmergency', '关联重大级及以上突发事件', '办法 第十二条 红', '预案 1.4', '预案 1.5 红'),
  named('majorSensitive', '重大敏感(结果公开须报审)', '办法 第二十九条 ①', '附件2 八(三)①', '预案 4.3 ①'),
];

export const reportForms: RegulationData['reportForms'] = [
  named('telephone', '电话', '办法 第二十二条(二)黄 电话', '办法 第二十三条(二)①'),
  named('written', '书面', '办法 第二十二条(二)黄 书面', '办法 第二十三条(二)②'),
  // No clause of this bureau names an oral report; it is recorded when one is made.
  { id: 'oral', name: '口头' },
  named('oa', 'OA、粤政易', '办法 第十六条 ①'),
];

export const reportKinds: RegulationData['reportKinds'] = [
  named('first', '初报', '办法 第二十二条(一)'),
  named('progress', '续报', '办法 第二十三条(一)①', '办法 第二十三条(二)③'),
  named('final', '结报', '办法 第二十三条(一)①', '办法 第二十三条(二)③'),
];

export const publicationForms: RegulationData['publicationForms'] = [
  named('authoritative', '发布权威信息', '办法 第二十一条(二)红 ②', '附件2 七'),
  named('pressConference', '新闻发布会', '办法 第二十一条(二)红 ③', '附件2 七'),
  named('briefing', '新闻吹风会', '办法 第二十一条(二)橙 ②', '附件2 七'),
  named('interview', '接受媒体采访', '办法 第二十一条(二)橙 ②', '办法 第二十七条(二)①'),
  named('newsRelease', '新闻通稿', '办法 第二十七条(二)①'),
  named('expert', '专家解读', '办法 第二十七条(二)①'),
  named('reply', '回帖', '附件2 七'),
  named('results', '处置结果公布', '办法 第二十九条 ①', '办法 第二十条'),
];

export const channels: RegulationData['channels'] = [
  named('phone', '电话', '办法 第十六条 ①'),
  named('sms', '短信', '办法 第十六条 ①'),
  named('wechat', '微信', '办法 第十六条 ①'),
  named('yuezhengyi', '粤政易', '办法 第十六条 ①'),
  named('oa', 'OA', '办法 第十六条 ①'),
  named('fax', '传真', '附件2 五(二)④', '预案 3.3.1'),
  named('written', '书面', '办法 第二十二条(二)黄 书面'),
  named('system', '系统内', '办法 第二十一条(一)①'),
  named('meeting', '会议', '办法 第二十四条 ②'),
  named('public', '向社会公开', '办法 第二十一条(二)橙 ②'),
];
