import { useState } from 'preact/hooks';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { now } from '../../api/clock.ts';
import { may } from '../../api/me.ts';
import { saidAt } from '../../model/case/matter.ts';
import { attachAddress, detachingAddress, type ItemsAsked, openingAddress } from '../../model/items/asked.ts';
import { becameText, isOvertaken, judgementText } from '../../model/items/words.ts';
import { Alert, Notice } from '../notice.tsx';
import { ReasonForm } from './reason-form.tsx';
import { type As, focusOnStanding, STANDING, useJudging } from './use-judging.ts';

const SAID: Readonly<Record<As, string>> = {
  read: '已记为已阅',
  notOurs: '已记为不属本局',
  notSame: '已记为不是同一舆情',
  takenBack: '已放回待处理',
};

const Standing = ({ item }: { item: ItemReply }) => (
  <h2 id={STANDING} tabIndex={-1}>
    {item.case !== null && item.became === 'inCase' ? (
      <a href={`/desk/cases/${encodeURIComponent(item.case)}`}>{becameText(item)}</a>
    ) : (
      becameText(item)
    )}
  </h2>
);

const Cases = ({ item, asked }: { item: ItemReply; asked: ItemsAsked }) => (
  <>
    {may('OpenCase') && (
      <a class={`btn${item.became === 'open' ? ' main' : ''}`} href={openingAddress(item)}>
        据以立案
      </a>
    )}
    {may('AttachItem') && (
      <a class="btn" href={attachAddress(item, asked)}>
        并入案卷
      </a>
    )}
  </>
);

const NOT_OURS = {
  name: '不属本局',
  asked: '为什么不属本局',
  hint: '例如由哪个单位管辖。谁、何时、为何，一并留存；有误的可以放回待处理。',
  done: '记为不属本局',
};
const isJudged = ({ became }: ItemReply): boolean => became === 'read' || became === 'notOurs';
/** What has become of an item, and what one may do with it. */
export const Judging = ({ item, asked }: { item: ItemReply; asked: ItemsAsked }) => {
  const { isBusy, done, judge, why } = useJudging(item);
  const [isAsked, setAsked] = useState(false);
  const last = item.judgements[item.judgements.length - 1];
  const isFree = item.outcome === 'routine' || item.outcome === 'watched';
  const sendNotOurs = async (reason: string): Promise<void> => {
    if (!(await judge('notOurs', reason))) return;
    setAsked(false);
    focusOnStanding();
  };
  const say = async (as: As): Promise<void> => {
    if (await judge(as)) focusOnStanding();
  };
  return (
    <section class="next" aria-label="处理">
      <Standing item={item} />
      {isFree && item.became === 'open' && item.isGrave && (
        <p class="warn">有敏感迹象，请先看原文和初判的理由。</p>
      )}
      {isOvertaken(item) && <p class="warn">上次处理之后，这条信息的内容有改动或加重，请重新处理。</p>}
      {isJudged(item) && last !== undefined && <p>{judgementText(last, saidAt(now.value))}</p>}
      {done !== undefined && <Notice>{SAID[done]}</Notice>}
      {why !== '' && !isAsked && <Alert>{why}</Alert>}
      {isAsked && item.mayJudge ? (
        <ReasonForm
          words={NOT_OURS}
          isNeeded={item.isGrave}
          isBusy={isBusy}
          why={why}
          send={(reason) => void sendNotOurs(reason)}
          close={() => {
            setAsked(false);
            focusOnStanding();
          }}
        />
      ) : (
        <p class="acts">
          {isFree && <Cases item={item} asked={asked} />}
          {item.case !== null && item.became === 'inCase' && may('DetachItem') && (
            <a class="btn" href={detachingAddress(item.case, item)}>
              移出该案卷
            </a>
          )}
          {item.mayJudge && item.became === 'open' && (
            <button
              type="button"
              class="btn"
              aria-busy={isBusy || undefined}
              onClick={() => void say('read')}
            >
              已阅
            </button>
          )}
          {item.mayJudge && item.became !== 'notOurs' && (
            <button type="button" class="btn" onClick={() => setAsked(true)}>
              不属本局
            </button>
          )}
          {item.mayJudge && item.became !== 'open' && (
            <button
              type="button"
              class="btn"
              aria-busy={isBusy || undefined}
              onClick={() => void say('takenBack')}
            >
              放回待处理
            </button>
          )}
        </p>
      )}
    </section>
  );
};
