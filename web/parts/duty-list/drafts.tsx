import { useEffect, useState } from 'preact/hooks';
import { now } from '../../api/clock.ts';
import { kept, recall } from '../../api/device.ts';
import { dropUnseen } from '../../api/drafts-seen.ts';
import { forms, loadForms } from '../../api/forms.ts';
import { me, postKey } from '../../api/me.ts';
import { draftLines } from '../../model/forms/draft-list.ts';
import { momentOf, timeAt } from '../../model/wall-clock.ts';

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** What the reader has begun and not sent. Of a 涉密 case there is none. */
export const Drafts = () => {
  const { person = '', post } = me.value ?? {};
  const names = post == null ? [] : kept(person, 'draft/');
  const isAny = names.length > 0;
  useEffect(() => {
    if (isAny) void loadForms();
  }, [isAny]);
  const lines =
    post == null
      ? []
      : draftLines({
          names,
          recall: (name) => recall(person, name),
          post: postKey(post),
          forms: forms.value,
        });
  const [, setDropped] = useState(0);
  const caseIds = unique(lines.flatMap(({ caseId }) => caseId ?? [])).join(' ');
  useEffect(() => {
    if (caseIds === '') return;
    dropUnseen(caseIds.split(' ')).then(
      (isAny) => isAny && setDropped((before) => before + 1),
      () => undefined,
    );
  }, [caseIds]);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="drafts">
      <h2 class="group" id="drafts">
        未办完的草稿
      </h2>
      <ul>
        {lines.map(({ name, title, caseId, about, path, at, isOut }) => (
          <li class="row line" key={name}>
            <a class="grow title" href={path}>
              {title ?? '办理'}
              {caseId !== undefined && `，${caseId}`}
              {about !== '' && `：${about}`}
              <span class="of">
                {momentOf(timeAt(at), now.value)}存在本机{isOut && '，发出后没有收到答复'}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
