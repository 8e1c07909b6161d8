/** The same for all items of a run: one that is pushed again must be the same. */
const PUBLISHED_AT = new Date(Date.now() - 60_000).toISOString();

/** An item that opens a case by itself: counted, spread, about this bureau's work. */
export const graveItem = (id: string, title = '网传某小学食堂午餐出现异物,多名学生腹痛就医,不作为') => ({
  id,
  title: `${title}(${id})`,
  content: `${title},家长发帖质疑食堂食品来源,相关视频被本市多家自媒体转发。`,
  publishedAt: PUBLISHED_AT,
  mediaTier: 'city',
  unit: 'food',
  metrics: { reposts: 1200, views: 86_000, comments: 640, likes: 2100 },
});

/** A case entered by hand, of a level that the caller gives. */
export const caseByHand = (key: string, level: string) => ({
  key,
  title: `来电反映${key}`,
  sources: [{ kind: 'monitored' }],
  level,
  unit: 'food',
});
