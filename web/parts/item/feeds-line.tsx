import type { FeedsReply } from '../../../shared/contracts/replies/intake/feeds.ts';
import { useLive } from '../../api/live.ts';
import { may } from '../../api/me.ts';
import { feedsLine } from '../../model/feeds/lines.ts';

const Line = () => {
  const { body } = useLive<FeedsReply>('/v1/feeds').value;
  if (body === undefined) return null;
  const { text, isBad } = feedsLine(body);
  return (
    <p class="row line">
      <span class={`grow${isBad ? ' warn' : ' soft'}`}>{text}</span>
      <a class="btn quiet" href="/desk/feeds">
        看各数据源
      </a>
    </p>
  );
};

/** Whether the feeds bring what they should, for whoever may read of them: what does not come stands in no list. */
export const FeedsLine = () => (may('ReadRefusedItems') ? <Line /> : null);
