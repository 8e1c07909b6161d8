import type { FormChoice } from '../../../shared/contracts/desk/forms.ts';
import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { notBorne, shortReasons } from '../../model/forms/guide/grounds.ts';
import { levelWarnings } from '../../model/forms/guide/level-warnings.ts';
import { wrongAt } from '../../model/forms/problems.ts';
import { wordsIn } from '../../model/forms/values.ts';
import { spoken } from '../../model/spoken.ts';
import { ClauseRef } from '../../parts/clause.tsx';
import { Pick } from '../../parts/fields/chips.tsx';
import { useForm } from '../../parts/fields/form-context.ts';
import { LevelTag } from '../../parts/level-tag.tsx';
import type { Tried } from '../act/use-try.ts';
import { Grounds } from './grounds.tsx';

const Reasons = ({ texts }: { texts: readonly string[] }) =>
  texts.length === 0 ? null : (
    <ul class="plain">
      {texts.map((text) => (
        <li key={text}>{spoken(text)}</li>
      ))}
    </ul>
  );

/** What the table proposes and by which words, which is no determination. */
const Proposal = ({ proposal }: { proposal: NonNullable<OpeningTriedReply['proposal']> }) => {
  const clauses = proposal.reasons.flatMap((reason) => reason.clauses);
  const known = clauses.filter(
    ({ clause }, index) => clauses.findIndex((each) => each.clause === clause) === index,
  );
  const lacking = notBorne(proposal);
  return (
    <>
      <div class="line">
        <span class="grow">
          {lacking === '' ? (
            <>
              <LevelTag level={proposal.level} isGuess /> <span class="hint">供参考，由有权的人员定级</span>
            </>
          ) : (
            <b>依据不足，请人工定级</b>
          )}
        </span>
        <ClauseRef clauses={known} of="初判" isLeavable={false}>
          <Reasons texts={proposal.reasons.map(({ text }) => text)} />
        </ClauseRef>
      </div>
      {lacking !== '' && (
        <p class="warn">
          {lacking}；不定级的，暂列{proposal.level.name}。
        </p>
      )}
      <Reasons texts={shortReasons(proposal)} />
    </>
  );
};

/** 定什么级: the proposal with its reasons, and the bureau's levels. */
export const LevelPicks = ({
  levels,
  tried,
  instead,
}: {
  levels: readonly FormChoice[];
  tried: Tried<OpeningTriedReply>;
  /** Why there is no proposal (yet). */
  instead: string;
}) => {
  const { values, change, wrongs, forms } = useForm();
  const { reply, isAsking } = tried;
  const proposal = reply?.proposal;
  const chosen = wordsIn(values.level);
  const why = wrongAt(wrongs, 'level');
  return (
    <fieldset class={`field${why === undefined ? '' : ' bad'}`}>
      <legend>定什么级</legend>
      {proposal == null ? <p class="hint">{instead}</p> : <Proposal proposal={proposal} />}
      {reply !== undefined &&
        !isAsking &&
        levelWarnings(reply, values, forms).map((text) => (
          <p class="warn" key={text}>
            <b>{text}</b>
          </p>
        ))}
      <div class="picks">
        <Pick
          type="radio"
          name="f-level"
          id="f-level"
          isChosen={chosen === ''}
          choose={() => change(['level'], undefined)}
        >
          {proposal?.borne === false ? '暂不定级' : '按初判'}
        </Pick>
        {levels.map(({ id, name, short }) => (
          <Pick
            key={id}
            type="radio"
            name="f-level"
            isChosen={chosen === id}
            choose={() => change(['level'], id)}
          >
            <LevelTag level={{ id, name, short: short ?? name }} />
          </Pick>
        ))}
      </div>
      {why !== undefined && <p class="why">{why}</p>}
      {proposal?.borne !== false && <p class="hint">定得比初判低，须第二人同意。</p>}
      <Grounds proposal={proposal ?? null} />
    </fieldset>
  );
};
