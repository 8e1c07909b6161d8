import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { may } from '../../api/me.ts';
import { whyText } from '../../model/alike/words.ts';
import { attachingAddress } from '../../model/items/asked.ts';
import { OtherCase } from './other-case.tsx';

/** 疑似同一舆情: the cases that an item is perhaps about, why, and what one can do: look, or put it there. */
export const SuspectedOfItem = ({ item }: { item: ItemReply }) => {
  const { suspected = [], outcome } = item;
  const others = suspected.filter(({ case: other }) => other !== item.case);
  if (others.length === 0) return null;
  const isFree = outcome === 'routine' || outcome === 'watched';
  return (
    <section class="sect">
      <h2>疑似同一舆情</h2>
      <p class="soft">与下列案卷相近，但不足以认定为同一件事，由人工判断。</p>
      <ul>
        {others.map(({ case: other, why }) => (
          <OtherCase key={other} caseId={other}>
            <p class="tiny">{whyText({ why })}</p>
            {isFree && may('AttachItem') && (
              <p class="acts">
                <a class="btn" href={attachingAddress(other, item)}>
                  并入这一案卷<span class="hide">：{other}</span>
                </a>
              </p>
            )}
          </OtherCase>
        ))}
      </ul>
      {item.became === 'inCase' && (
        <p class="soft">这条信息已在案卷中；确是同一件事的，在该案卷的“其他办理”里“并入另一案卷”。</p>
      )}
    </section>
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
