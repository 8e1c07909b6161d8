import { useState } from 'preact/hooks';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { now } from '../../api/clock.ts';
import { may } from '../../api/me.ts';
import { whyText } from '../../model/alike/words.ts';
import { saidAt } from '../../model/case/matter.ts';
import { attachingAddress } from '../../model/items/asked.ts';
import { deniedTexts } from '../../model/items/words.ts';
import { ReasonForm } from '../item/reason-form.tsx';
import { focusOnStanding, useJudging } from '../item/use-judging.ts';
import { Alert } from '../notice.tsx';
import { OtherCase } from './other-case.tsx';

const NOT_SAME = (item: ItemReply) => ({
  name: '不是同一舆情',
  asked: '为什么不是同一舆情',
  hint: `例如地点、时间、对象不同。谁、何时、为何，一并留存，有误的可以撤回；此后与这条相近的信息照此办理。${
    item.became === 'open' ? '疑似的案卷都已认定的，这条信息即记为已阅。' : ''
  }`,
  done: '记为不是同一舆情',
});

type Judging = ReturnType<typeof useJudging>;
interface SuspectProps {
  item: ItemReply;
  other: string;
  why: string;
  judging: Judging;
  isAsked: boolean;
  ask: (other: string | undefined) => void;
}
/** One case that it is perhaps about, why, and what one can do: look, put it there, or say that it is not. */
const Suspect = ({ item, other, why, judging, isAsked, ask }: SuspectProps) => {
  const isFree = item.outcome === 'routine' || item.outcome === 'watched';
  const deny = async (reason: string): Promise<void> => {
    if (!(await judging.judge('notSame', reason, other))) return;
    ask(undefined);
    focusOnStanding();
  };
  return (
    <OtherCase caseId={other}>
      <p class="tiny">{whyText({ why })}</p>
      {isAsked ? (
        <ReasonForm
          words={NOT_SAME(item)}
          isNeeded={item.isGrave && isFree}
          isBusy={judging.isBusy}
          why={judging.why}
          send={(reason) => void deny(reason)}
          close={() => ask(undefined)}
        />
      ) : (
        <p class="acts">
          {isFree && may('AttachItem') && (
            <a class="btn" href={attachingAddress(other, item)}>
              并入这一案卷<span class="hide">：{other}</span>
            </a>
          )}
          {item.mayDeny && (
            <button type="button" class="btn" onClick={() => ask(other)}>
              不是同一舆情<span class="hide">：{other}</span>
            </button>
          )}
        </p>
      )}
    </OtherCase>
  );
};

/** What has been said not to be the same, as the item stands; it can be taken back. */
const Denied = ({ item, judging }: { item: ItemReply; judging: Judging }) => {
  const said = deniedTexts(item, saidAt(now.value));
  const last = item.judgements[item.judgements.length - 1];
  // By that it is read, as stands above already.
  if (said.length === 0 || (item.became === 'read' && last?.as === 'notSame')) return null;
  // Where it waits, it is put back with all else that was said of it.
  const isTakenBackHere = item.mayDeny && item.became !== 'read' && item.became !== 'notOurs';
  return (
    <section class="sect">
      <h2>不是同一舆情</h2>
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {judging.why !== '' && <Alert>{judging.why}</Alert>}
      {isTakenBackHere && (
        <p class="acts">
          <button
            type="button"
            class="btn quiet"
            aria-busy={judging.isBusy || undefined}
            onClick={() => void judging.judge('takenBack')}
          >
            撤回认定
          </button>
        </p>
      )}
    </section>
  );
};

/** 疑似同一舆情: the cases that an item is perhaps about, and those of which somebody has said that it is not. */
export const SuspectedOfItem = ({ item }: { item: ItemReply }) => {
  const judging = useJudging(item);
  const [asked, ask] = useState<string>();
  const { suspected = [] } = item;
  const others = suspected.filter(({ case: other }) => other !== item.case);
  return (
    <>
      {others.length > 0 && (
        <section class="sect">
          <h2>疑似同一舆情</h2>
          <p class="soft">与下列案卷相近，但不足以认定为同一件事，由人工判断。</p>
          <ul>
            {others.map(({ case: other, why }) => (
              <Suspect
                key={other}
                item={item}
                other={other}
                why={why}
                judging={judging}
                isAsked={asked === other}
                ask={ask}
              />
            ))}
          </ul>
          {item.became === 'inCase' && (
            <p class="soft">这条信息已在案卷中；确是同一件事的，在该案卷的“其他办理”里“并入另一案卷”。</p>
          )}
        </section>
      )}
      <Denied item={item} judging={judging} />
    </>
  );
};

/** 疑似复燃: the case that had told the same matter and was concluded by then; and the one that it was taken out of. */
export const OtherCasesOfItem = ({ item: { formerCase, outOf } }: { item: ItemReply }) => (
  <>
    {formerCase !== undefined && (
      <section class="sect">
        <h2>疑似复燃</h2>
        <p class="soft">下列案卷结报后，又收到这条信息，说的像是同一件事。</p>
        <ul>
          <OtherCase caseId={formerCase} />
        </ul>
      </section>
    )}
    {outOf !== undefined && (
      <section class="sect">
        <h2>曾移出案卷</h2>
        <p class="soft">这条信息由下列案卷移出，见该案卷日志第{outOf.act}条。</p>
        <ul>
          <OtherCase caseId={outOf.case} />
        </ul>
      </section>
    )}
  </>
);
