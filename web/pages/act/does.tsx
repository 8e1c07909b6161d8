import type { ComponentChildren } from 'preact';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { now } from '../../api/clock.ts';
import { linesOf } from '../../model/forms/does.ts';
import { otherNotes } from '../../model/forms/guide/meant.ts';
import { Lines } from './around/lines.tsx';
import { OnceAgreed } from './rearranged/once-agreed.tsx';
import type { Tried } from './use-try.ts';

/** The box that says what an act does; told to whoever does not see it change. */
export const Does = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="does" aria-labelledby="does" aria-live="polite">
    <h2 id="does">{title}</h2>
    {children}
  </section>
);

/** 登记后: what a try says that an act would do. */
export const DoesAct = ({
  tried,
  open,
  unmet,
  several,
  toFill,
  wrong,
  called,
  did,
}: {
  tried: Tried<TriedReply>;
  open: CaseReply;
  /** That it does not meet what it was opened for. */
  unmet: string | undefined;
  /** That it meets several limits at once. */
  several: string | undefined;
  /** What is still to be filled in before there is enough to try; empty: nothing. */
  toFill: string;
  /** What is refused as it stands: in which field, and why. */
  wrong: string;
  /** What a part that is missing is called. */
  called: (part: string) => string;
  /** 登记. */
  did: string;
}) => {
  const { reply, fault, isAsking } = tried;
  if (toFill !== '')
    return (
      <Does title={`${did}后`}>
        <p>{toFill}</p>
      </Does>
    );
  if (reply === undefined)
    return (
      <Does title={`${did}后`}>
        <p>{fault === undefined || isAsking ? '正在核对……' : whyNot(fault, did, wrong)}</p>
      </Does>
    );
  if (reply.wouldBe === 'refused')
    return (
      <Does title={`${did}后`}>
        <p>
          照现在这样填，不能{did}。{wrong}
        </p>
      </Does>
    );
  if (reply.wouldBe === 'nothing')
    return (
      <Does title={`${did}后`}>
        <p>已经是这样，{did}后没有变化。</p>
      </Does>
    );
  return (
    <Does title={`${did}后`}>
      {unmet !== undefined && (
        <p class="warn">
          <b>{unmet}</b>
        </p>
      )}
      {several !== undefined && (
        <p class="warn">
          <b>{several}</b>
        </p>
      )}
      <Lines
        lines={[
          ...linesOf({ ...reply, notes: otherNotes(reply.notes, unmet) }, open, now.value, called),
          { mark: 'no', text: staysWords(did) },
        ]}
      />
      <OnceAgreed tried={reply} />
    </Does>
  );
};

/** What is only said to have been received cannot be taken back, nor two cases made of one. */
const STAYS: Readonly<Record<string, string>> = {
  签收: '签收后不能撤回',
  同意并案: '同意后不能再分开',
  不同意并案: '两案各自照旧；以后可以再提出',
  并入另一案卷: '提错的，请第二人不同意，或者改提另一案卷',
  移出信息: '移错的，可以另行立案或者再并入案卷',
  恢复办理: '恢复后可以再结报',
};
const staysWords = (did: string): string => STAYS[did] ?? `${did}后不能改；填错的，另行撤回或更正并留痕`;

const whyNot = (
  { status, problems }: { status: number; problems: readonly unknown[] },
  did: string,
  wrong: string,
): string => {
  if (status === 0) return `网络中断，${did}后的情况暂时核对不了。`;
  return problems.length > 0 ? `照现在这样填，不能${did}。${wrong}` : `${did}后的情况暂时核对不了。`;
};
