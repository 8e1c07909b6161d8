import { useState } from 'preact/hooks';
import { now } from '../../api/clock.ts';
import { spoken } from '../../model/spoken.ts';
import { momentOf } from '../../model/wall-clock.ts';
import { Alert } from '../../parts/notice.tsx';
import type { Take } from './line-form.tsx';
import type { Editing, Meanwhile } from './use-editing.ts';

const Others = ({ changed, theirs, both }: Meanwhile) => (
  <div class="alert" role="alert">
    <p>
      <b>还没有保存：你改的时候，别人{changed !== null && momentOf(changed.at, now.value)}也改了名册。</b>
      {changed !== null && changed.reason !== null && `理由：${changed.reason}。`}
      你的改动都在，已和别人的合在一起，请再看一遍下面的清单，然后保存。
    </p>
    <ul class="plain">
      {theirs.map(({ key, text }) => (
        <li key={key}>别人已改：{text}</li>
      ))}
      {both.map((text) => (
        <li key={text}>
          <b>两人都改了，按你的：</b>
          {text}
        </li>
      ))}
    </ul>
  </div>
);

/** What would be saved, why, and what stands in its way. */
export const SaveBar = ({
  editing,
  take,
  isFirst,
  onLeave,
}: {
  editing: Editing;
  /** Takes the line that is still open and no more as it was. */
  take: Take | undefined;
  isFirst: boolean;
  onLeave: () => void;
}) => {
  const { lines, diff, places, meanwhile, question, forgetQuestion, isSending, save } = editing;
  const [reason, setReason] = useState('');
  const [lacks, setLacks] = useState('');
  const beside = Object.keys(places.lines).length + Object.keys(places.posts).length;
  const isNothing = diff.length === 0 && take === undefined;
  const why = lacks !== '' ? lacks : places.reason;
  const submit = (confirmEmpty: boolean): void => {
    if (isSending || isNothing) return;
    const isMissing = !isFirst && reason.trim() === '';
    setLacks(isMissing ? '请写更改的理由，例如：国庆轮岗' : '');
    if (isMissing) document.getElementById('reason')?.focus();
    else {
      const given = take === undefined ? lines : take();
      if (given !== undefined) save(reason.trim(), confirmEmpty, given);
    }
  };
  return (
    <section class="form" aria-label="保存名册">
      {meanwhile !== undefined && <Others {...meanwhile} />}
      <h2>将要更改{diff.length}处</h2>
      {take !== undefined && <p class="said">另有一行正在改，保存时一并收下。</p>}
      {isNothing && <p class="soft">还没有改动。</p>}
      {diff.length > 0 && (
        <ul class="does">
          {diff.map(({ key, text }) => (
            <li class="go" key={key}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {diff.length > 0 && (
        <p class="soft tiny">名册有他人的号码，改动不存草稿。离开本页前请保存，不保存就没有了。</p>
      )}
      {places.whole !== '' && <Alert>{spoken(places.whole)}</Alert>}
      {beside > 0 && <Alert>有{beside}处要改，还没有保存。请看上面各行下的说明。</Alert>}
      {!isFirst && (
        <div class={`field${why === '' ? '' : ' bad'}`}>
          <label for="reason">更改的理由</label>
          <input
            id="reason"
            value={reason}
            maxLength={500}
            autocomplete="off"
            aria-invalid={why !== '' || undefined}
            aria-describedby={why === '' ? undefined : 'reason-why'}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          {why !== '' && (
            <p class="why" id="reason-why">
              {spoken(why)}
            </p>
          )}
        </div>
      )}
      {question !== '' && (
        <div class="alert" role="alert">
          <p>{spoken(question.split(/[;；]/)[0] ?? question)}。这些岗位的短信会改发上一级。确实要空着吗？</p>
          <p class="acts">
            <button type="button" class="btn" onClick={() => submit(true)}>
              确实空着，保存
            </button>
            <button type="button" class="btn quiet" onClick={forgetQuestion}>
              回去再改
            </button>
          </p>
        </div>
      )}
      <p class="acts">
        <button
          type="button"
          class="btn main"
          aria-disabled={isNothing || undefined}
          aria-busy={isSending || undefined}
          onClick={() => submit(false)}
        >
          {isSending ? '正在保存……' : '保存名册'}
        </button>
        <button type="button" class="btn quiet" onClick={onLeave}>
          不保存，退出
        </button>
      </p>
    </section>
  );
};
