import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { now } from '../../api/clock.ts';
import { me } from '../../api/me.ts';
import { beginsOf } from '../../model/forms/begins.ts';
import { afterOpening, type OpeningLevel } from '../../model/forms/guide/grounds.ts';
import { spoken } from '../../model/spoken.ts';
import { Lines } from '../act/around/lines.tsx';
import { Does } from '../act/does.tsx';
import type { Tried } from '../act/use-try.ts';

/** The case that this would open is there already. */
export const Same = ({ caseId }: { caseId: string }) => (
  <section class="field lack" aria-labelledby="same">
    <h2 id="same" class="why">
      可能是同一件事
    </h2>
    <p>同样的内容已经立案：{caseId}</p>
    <p class="acts">
      <a class="btn" href={`/desk/cases/${caseId}`}>
        看这一案
      </a>
    </p>
  </section>
);

interface Props {
  tried: Tried<OpeningTriedReply>;
  /** What is still to be filled in, or is filled in wrongly; empty: nothing. */
  toFill: string;
  /** What is refused as it stands: in which field, and why. */
  wrong: string;
  level: OpeningLevel;
}
/** Why it cannot be said yet what an opening would do; empty: it can. */
export const notYet = ({
  tried: { reply, fault, isAsking },
  toFill,
  wrong,
}: Pick<Props, 'tried' | 'toFill' | 'wrong'>): string => {
  if (toFill !== '') return toFill;
  if (reply !== undefined && reply.wouldBe !== 'refused') return '';
  if (reply?.wouldBe === 'refused' || (fault?.problems.length ?? 0) > 0)
    return `照现在这样填，不能立案。${wrong}`;
  if (fault !== undefined && !isAsking) return '立案后的时限暂时核对不了。';
  return '正在核对……';
};

/** 按橙立案后，开始计时. */
export const Begins = (props: Props) => {
  const { reply } = props.tried;
  const instead = notYet(props);
  if (instead !== '' || reply === undefined)
    return (
      <Does title="立案后">
        <p>{instead}</p>
      </Does>
    );
  const lines = [
    ...beginsOf(reply, now.value, me.value?.post?.role.id ?? ''),
    ...reply.notes.map((text) => ({ mark: 'no' as const, text: spoken(text) })),
  ];
  return (
    <Does title={afterOpening(props.level, reply)}>
      <Lines lines={lines} />
    </Does>
  );
};
