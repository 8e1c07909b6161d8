import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FeedsReply } from '../../../shared/contracts/replies/intake/feeds.ts';
import { read } from '../../api/http.ts';
import { may } from '../../api/me.ts';
import { whenSessionEnds } from '../../api/session.ts';
import { feedName } from '../../model/feeds/lines.ts';
import type { Choice } from '../../model/search/choices.ts';

/** What people call the feeds; empty: not asked yet, or not to be read. */
const feeds = signal<readonly Choice[]>([]);
let isAsked = false;
const forget = (): void => {
  feeds.value = [];
  isAsked = false;
};
whenSessionEnds(forget);

/** The feeds by what people call them, for whoever may read of them; each by its registered name for all others. */
export const useFeeds = (): { all: readonly Choice[]; nameOf: (feed: string) => string } => {
  useEffect(() => {
    if (isAsked || !may('ReadRefusedItems')) return;
    isAsked = true;
    read<FeedsReply>('/v1/feeds').then((reply) => {
      feeds.value = reply.feeds.map((row) => ({ id: row.feed, name: feedName(row) }));
    }, forget);
  }, []);
  return { all: feeds.value, nameOf: (feed) => feeds.value.find(({ id }) => id === feed)?.name ?? feed };
};
