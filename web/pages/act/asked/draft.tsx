import { useEffect, useState } from 'preact/hooks';
import type { DeskForms } from '../../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import { now } from '../../../api/clock.ts';
import { may } from '../../../api/me.ts';
import { actPath } from '../../../model/duties/act-label.ts';
import { lastDraft } from '../../../model/forms/approving/draft.ts';
import type { LogEntry } from '../../../model/forms/case-lists.ts';
import { spoken } from '../../../model/spoken.ts';
import { momentOf } from '../../../model/wall-clock.ts';
import { useForm } from '../../../parts/fields/form-context.ts';
import { wholeLog } from '../conflict/whole-log.ts';

interface Props {
  open: CaseReply;
  draft: DeskForms['drafts'][string];
  forms: DeskForms;
}

const INSTRUCT = { type: 'RecordInstruction', carries: { from: 'bureau' } } as const;
/** Who does not approve says what is to be changed. */
const Otherwise = ({ open }: Pick<Props, 'open'>) =>
  may(INSTRUCT.type) ? (
    <a class="btn quiet" href={actPath(open.case, INSTRUCT, open.secret)}>
      不同意的，批示怎样改
    </a>
  ) : null;

/** What is to be approved, before whoever approves it; it need not be typed once more. */
export const Draft = ({ open, draft, forms }: Props) => {
  const { change } = useForm();
  const [log, setLog] = useState<readonly LogEntry[]>();
  useEffect(() => void wholeLog(open.case).then(setLog, () => undefined), [open.case, open.version]);
  if (log === undefined) return null;
  const called = forms.lists.document?.find(({ id }) => id === draft.document)?.name ?? '送审稿';
  const gone = [...open.withdrawn, ...open.denied].map(({ act }) => act);
  const drafted = lastDraft(log, draft, gone, forms.log);
  if (drafted === undefined)
    return (
      <div class="field">
        <p>还没有“{spoken(called)}”，拟稿后再审定。口头、纸上已经审定的，可以直接登记。</p>
      </div>
    );
  const { entry, title, body } = drafted;
  return (
    <div class="field">
      <dl class="facts">
        <dt>{spoken(called)}</dt>
        <dd>
          {entry.actor.name}，{momentOf(entry.localTime, now.value)}
        </dd>
        {title !== '' && (
          <>
            <dt>标题</dt>
            <dd class="written">{title}</dd>
          </>
        )}
        <dt>正文</dt>
        <dd class="written">{body === '' ? '没有写' : body}</dd>
      </dl>
      <p class="acts">
        {`${title}${body}` !== '' && (
          <button
            type="button"
            class="btn"
            onClick={() => {
              if (title !== '') change(['text'], title);
              if (body !== '') change(['body'], body);
            }}
          >
            填入这一份
          </button>
        )}
        <Otherwise open={open} />
      </p>
    </div>
  );
};
