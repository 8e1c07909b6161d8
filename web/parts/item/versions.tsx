import { useState } from 'preact/hooks';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { now } from '../../api/clock.ts';
import { useLive } from '../../api/live.ts';
import { saidAt } from '../../model/case/matter.ts';
import { itemPath } from '../../model/items/asked.ts';
import { changedText } from '../../model/items/words.ts';
import { whyNotFound } from './not-found.ts';

type Version = ItemReply['versions'][number];

/** What it said before. */
const Earlier = ({ item, version }: { item: ItemReply; version: number }) => {
  const { body, fault } = useLive<ItemReply>(`${itemPath(item)}?version=${version}`, {
    isPolled: false,
  }).value;
  if (body === undefined)
    return (
      <p class="soft" role="status">
        {fault === undefined ? '正在读取……' : whyNotFound(fault)}
      </p>
    );
  return (
    <blockquote>
      <p>
        <b>{body.title}</b>
      </p>
      {body.content !== undefined && <p class="written">{body.content}</p>}
    </blockquote>
  );
};

const Change = ({ item, change }: { item: ItemReply; change: Version }) => {
  const [isOpen, setOpen] = useState(false);
  const before = change.version - 1;
  return (
    <li>
      <p>{changedText(change, saidAt(now.value))}</p>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>改前（第{before}版）</summary>
        {isOpen && <Earlier item={item} version={before} />}
      </details>
    </li>
  );
};

/** 推送方改过: what its feed has changed of what it says, and what it said before. */
export const Versions = ({ item }: { item: ItemReply }) =>
  item.versions.length === 0 ? null : (
    <section class="sect">
      <h2>推送方改过{item.versions.length}次</h2>
      <ul>
        {item.versions.map((change) => (
          <Change key={change.version} item={item} change={change} />
        ))}
      </ul>
    </section>
  );
