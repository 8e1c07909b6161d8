import { useComputed } from '@preact/signals';
import type { FeedRow, FeedsReply } from '../../shared/contracts/replies/intake/feeds.ts';
import { now } from '../api/clock.ts';
import { isUnheard, useLive } from '../api/live.ts';
import { expectedText, feedName, feedsLine, refusedText, takenText, toldText } from '../model/feeds/lines.ts';
import { spoken } from '../model/spoken.ts';
import { secondOf, timeAt } from '../model/wall-clock.ts';
import { Offline } from '../parts/duty-list/around.tsx';
import { Frame } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';

const UNHEARD = { text: '数据源情况不明', isBad: true } as const;

const Contact = ({ row }: { row: FeedRow }) => {
  const contact = row.watch?.contact;
  if (contact == null) return null;
  return (
    <p class="line">
      <span class="grow">
        推送单位联系人：{contact.name} <span class="nowrap">{contact.mobile}</span>
      </span>
      <a class="btn" href={`tel:${contact.mobile}`}>
        拨打<span class="hide">{feedName(row)}的联系人</span>
      </a>
    </p>
  );
};

const Feed = ({ row }: { row: FeedRow }) => {
  const refused = refusedText(row, now.value);
  const told = toldText(row, now.value);
  return (
    <li class="row">
      <h2>{feedName(row)}</h2>
      {row.trouble !== null && (
        <p class="warn">
          <b>{spoken(row.trouble.text)}</b>
          {told !== null && <span class="of">{told}</span>}
        </p>
      )}
      <p>{takenText(row, now.value)}</p>
      {refused !== null && <p class="warn">{refused}</p>}
      <p class="soft tiny">{expectedText(row, now.value)}</p>
      <Contact row={row} />
    </li>
  );
};

/** 数据源: whether each feed brings what the office expects of it, and whom to call where it does not. */
const FeedsPage = () => {
  const live = useLive<FeedsReply>('/v1/feeds');
  const { body, fault, at } = live.value;
  const isUnknown = useComputed(() => isUnheard(live.value, now.value)).value;
  const line = isUnknown ? UNHEARD : body === undefined ? undefined : feedsLine(body);
  return (
    <Frame title={line?.text ?? '数据源'}>
      <div class="broad">
        <h1 class="lead">
          <span class={line?.isBad === true ? 'warn' : ''}>{line?.text ?? '数据源'}</span>
        </h1>
        {body === undefined && fault !== undefined && <Notice>{spoken(fault.message)}</Notice>}
        <Offline live={live} goesOn="" />
        {body !== undefined && (
          <>
            <p class="pane soft tiny">{secondOf(timeAt(at))}核对</p>
            {body.feeds.length === 0 && <p class="pane soft">还没有登记的数据源推送过。</p>}
            <ul>
              {body.feeds.map((row) => (
                <Feed key={row.feed} row={row} />
              ))}
            </ul>
          </>
        )}
      </div>
    </Frame>
  );
};
export default FeedsPage;
