import { useState } from 'preact/hooks';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { TextListReply } from '../../../shared/contracts/replies/registers.ts';
import type { Entry } from '../../model/case/log.ts';
import { saidAt } from '../../model/case/matter.ts';
import { toldOf } from '../../model/case/told.ts';
import { spoken } from '../../model/spoken.ts';
import { momentOf } from '../../model/wall-clock.ts';
import { hour } from './hour.ts';
import { Rest } from './rest.tsx';
import type { Read } from './use-pages.ts';

type Call = CaseReply['telephoneTasks'][number];
/** Somebody whom no text may or could reach. */
const Calls = ({ calls }: { calls: readonly Call[] }) => (
  <ul>
    {calls.map(({ notice, tell, about, due, text }) => (
      <li class="row" key={notice}>
        <p>
          <b>请打电话：{spoken(tell.name)}</b>
        </p>
        <p class="tiny">
          {about === null ? '有事项待办' : spoken(about.name)}
          {due === null ? '' : `，${momentOf(due, hour.value, true)}前`}
        </p>
        {text !== null && <p class="late tiny">{spoken(text.stateText)}</p>}
      </li>
    ))}
  </ul>
);

const AT_FIRST = 5;
interface Props {
  found: CaseReply;
  texts: Read<TextListReply[]>;
  entries: readonly Entry[];
}
/** 通知: who was told what, and what became of it. That somebody has read it is nowhere said. */
export const Told = ({ found, texts, entries }: Props) => {
  const [count, setCount] = useState(AT_FIRST);
  const told = toldOf(texts.body?.flatMap((page) => page.texts) ?? [], saidAt(hour.value), entries);
  const { telephoneTasks, receipts } = found;
  return (
    <section class="sect" id="told">
      <h2 tabIndex={-1}>
        通知
        {receipts.undelivered > 0 && <span class="late"> {receipts.undelivered}条未送达</span>}
      </h2>
      <Calls calls={telephoneTasks} />
      <ul>
        {told.slice(0, count).map(({ key, post, name, mobile, text, became }) => (
          <li class="row" key={key}>
            <p>
              <b>{post}</b> {name === post ? '' : name} <span class="soft tiny nowrap">{mobile ?? ''}</span>
            </p>
            {text !== null && <p class="tiny written">{text}</p>}
            <p class="soft tiny">
              {became.map((line, index) => (
                <span key={line.text} class={line.isBad ? 'late' : ''}>
                  {index > 0 && '，'}
                  {line.text}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {texts.body !== undefined && told.length === 0 && telephoneTasks.length === 0 && (
        <p class="soft">还没有通知过谁。</p>
      )}
      {texts.fault !== undefined && <p class="soft">通知没有读到：{spoken(texts.fault.message)}</p>}
      <Rest count={told.length - count} onMore={() => setCount(told.length)} />
    </section>
  );
};
