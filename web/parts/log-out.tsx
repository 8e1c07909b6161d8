import { useState } from 'preact/hooks';
import { kept } from '../api/device.ts';
import { me } from '../api/me.ts';
import { logOut } from '../api/session.ts';

/** Logging out deletes what was begun here: that is said before, and how much. */
export const LogOut = ({ isQuiet = false }: { isQuiet?: boolean }) => {
  const [isAsked, setAsked] = useState(false);
  const many = kept(me.value?.person ?? '', 'draft/').length;
  if (isAsked && many > 0)
    return (
      <span role="alert">
        <span class="line">本机有{many}份没有办完的草稿，退出后删除，不能恢复。</span>
        <button type="button" class="btn" onClick={() => void logOut()}>
          删除草稿并退出
        </button>{' '}
        <button type="button" class="btn quiet" onClick={() => setAsked(false)}>
          不退出
        </button>
      </span>
    );
  return (
    <button
      type="button"
      class={isQuiet ? 'btn quiet' : 'btn'}
      onClick={() => (many > 0 ? setAsked(true) : void logOut())}
    >
      退出登录
    </button>
  );
};
