import type { FeedItem } from '../../../shared/contracts/items.ts';
import type { ItemsTaken } from '../../../shared/contracts/replies/items.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';

/** What a feed could push to this bureau, and what it could be answered: a new item in one, a repeat in the other. */
export const pushExample = (regulation: Regulation) => {
  const request: { items: Record<keyof Pick<FeedItem, 'id' | 'title'>, unknown>[] } = {
    items: [
      {
        id: '20260302-0001',
        title: '网民反映某单位办事拖延',
        ...{
          content: '网民发帖称多次到窗口办理未果,希望有关部门重视。',
          url: 'https://example.com/post/1',
          publishedAt: '2026-03-02T08:05:00+08:00',
          siteName: '某论坛',
          mediaType: regulation.mediaTypes[0]?.name ?? '论坛',
          metrics: { reposts: 12, views: 3400, comments: 25 },
        },
      },
    ],
  };
  const [first] = regulation.scales[0]!.levels.toSorted((one, other) => one.rank - other.rank);
  const { id, name, short } = first!;
  const answer: ItemsTaken & { requestId: string } = {
    accepted: 1,
    refused: 0,
    items: [
      {
        index: 0,
        id: '20260302-0001',
        status: 'accepted',
        warningLevel: { id, name, short },
        handlingLevel: { id, name, short },
        score: null,
        reasons: [{ text: '没有达到更高级别的依据', cite: [] }],
      },
    ],
    requestId: '4f0c6d2e-8f3b-4a67-9c55-0f6f2b1d7a90',
  };
  return { request, answer };
};
