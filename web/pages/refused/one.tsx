import { useLocation, useRoute } from 'preact-iso';
import type { RefusedItemReply } from '../../../shared/contracts/replies/intake/refused-items.ts';
import { now } from '../../api/clock.ts';
import { useLive } from '../../api/live.ts';
import { may } from '../../api/me.ts';
import { saidAt } from '../../model/case/matter.ts';
import { itemAddress, itemsAskedIn } from '../../model/items/asked.ts';
import {
  rawParts,
  refusedBecameIn,
  refusedBecameText,
  refusedJudgementText,
  refusedListAddress,
  refusedPath,
  refusedTitle,
  sizeText,
  toldText,
  whyRefused,
} from '../../model/items/refused.ts';
import { Offline } from '../../parts/duty-list/around.tsx';
import { Frame } from '../../parts/frame.tsx';
import { useFeeds } from '../../parts/item/feed-names.ts';
import { ItemFilters } from '../../parts/item/filters.tsx';
import { whyNotFound } from '../../parts/item/not-found.ts';
import { RefusedFound } from '../../parts/item/refused-found.tsx';
import { LevelTag } from '../../parts/level-tag.tsx';
import { Alert } from '../../parts/notice.tsx';
import { isWide } from '../../parts/wide.ts';
import { EntryForm } from './entry-form.tsx';
import { NotNeeded } from './not-needed.tsx';

/** What has become of it, why it was not taken, and the way on. */
const Standing = ({ found }: { found: RefusedItemReply }) => {
  const say = saidAt(now.value);
  const { taken } = found;
  return (
    <section class="next" aria-label="处理">
      <h2>{refusedBecameText(found, say)}</h2>
      {whyRefused(found).map((why) => (
        <p key={why}>{why}</p>
      ))}
      {found.became === 'open' && <p class="soft">{toldText(found)}</p>}
      <NotNeeded found={found} />
      {taken !== null && (
        <p class="acts">
          <a class="btn main" href={itemAddress({ feed: found.feed, id: taken.id }, itemsAskedIn({}))}>
            看入库的信息
          </a>
          {taken.case !== null && (
            <a class="btn" href={`/desk/cases/${encodeURIComponent(taken.case)}`}>
              看案卷{taken.case}
            </a>
          )}
        </p>
      )}
      {found.secret && taken === null && may('OpenCase') && (
        <>
          <p class="warn">标为涉密，内容不在本系统录入。请凭纸质件立案，标题写“见纸质件”。</p>
          <p class="acts">
            <a class="btn main" href="/desk/open">
              凭纸质件立案
            </a>
          </p>
        </>
      )}
    </section>
  );
};

const Raw = ({ found: { raw, isCut, bytes } }: { found: RefusedItemReply }) => (
  <section class="sect">
    <h2>推来的原文</h2>
    {raw === null ? (
      <p class="soft">标为涉密，没有留存。</p>
    ) : (
      <>
        <p class="soft tiny">
          {isCut ? `全长${sizeText(bytes)}，只留存前部` : `共${sizeText(bytes)}，按原样`}
        </p>
        <p class="written">{rawParts(raw).shown}</p>
        {rawParts(raw).rest !== '' && (
          <details>
            <summary>其余部分</summary>
            <p class="written">{rawParts(raw).rest}</p>
          </details>
        )}
      </>
    )}
  </section>
);

/** All that was said of it. */
const History = ({ found: { judgements } }: { found: RefusedItemReply }) =>
  judgements.length === 0 ? null : (
    <section class="sect">
      <h2>处理经过</h2>
      {judgements.map((each) => (
        <p key={each.at + each.as}>{refusedJudgementText(each, saidAt(now.value))}</p>
      ))}
    </section>
  );

const One = ({ refused }: { refused: string }) => {
  const live = useLive<RefusedItemReply>(refusedPath(refused));
  const { body: found, fault } = live.value;
  const { nameOf } = useFeeds();
  if (found === undefined)
    return (
      <div class="pane">
        <h1>未收下的信息</h1>
        {fault === undefined ? (
          <p class="soft" role="status">
            正在读取……
          </p>
        ) : (
          <Alert>{whyNotFound(fault)}</Alert>
        )}
      </div>
    );
  return (
    <>
      <Offline live={live} goesOn="" />
      <header class="pane">
        <p class="line top">
          {found.level !== null && <LevelTag level={found.level} isGuess />}
          <span class="soft grow">
            {nameOf(found.feed)}，{saidAt(now.value)(found.at)}推来
          </span>
        </p>
        <h1>{refusedTitle(found)}</h1>
        {found.level !== null && <p class="soft small">初判只看推来的文字</p>}
      </header>
      <Standing found={found} />
      <Raw found={found} />
      <History found={found} />
      {!found.secret && found.taken === null && may('OpenCase') && (
        <section class="sect">
          <h2>人工录入</h2>
          <EntryForm refused={found.refused} isWhole={found.index === null} />
        </section>
      )}
    </>
  );
};

/** One of them: on a PC beside the list. */
const RefusedOnePage = () => {
  const { refused = '' } = useRoute().params;
  const became = refusedBecameIn(useLocation().query);
  return (
    <Frame
      title="一条未收下的信息"
      back={{ path: refusedListAddress(became), name: '未收下的信息' }}
      isTwo={isWide.value}
    >
      {isWide.value && (
        <section aria-label="未收下的信息列表">
          <p class="lead">
            <a href={refusedListAddress(became)}>未收下的信息</a>
          </p>
          <ItemFilters asked={null} />
          <RefusedFound key={became} became={became} chosen={refused} />
        </section>
      )}
      <article aria-label="一条未收下的信息">
        <One key={refused} refused={refused} />
      </article>
    </Frame>
  );
};
export default RefusedOnePage;
