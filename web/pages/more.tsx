import { useSignal } from '@preact/signals';
import { deviceSetting, setDevice } from '../api/device.ts';
import { me, type Post, postKey, postName } from '../api/me.ts';
import { choosePost } from '../api/session.ts';
import { spoken } from '../model/spoken.ts';
import { BellSwitch } from '../parts/bell-switch.tsx';
import { Frame, tabsOf } from '../parts/frame.tsx';
import { LogOut } from '../parts/log-out.tsx';

/** The pages for which a phone's five places have no room. */
const FarPages = () => (
  <ul class="phone far">
    {tabsOf()
      .filter(({ isFar }) => isFar)
      .map(({ path, name }) => (
        <li class="row line" key={path}>
          <a class="grow line" href={path}>
            {name}
          </a>
        </li>
      ))}
  </ul>
);

/** 大字: everything is a third larger, on this device. */
const LargeSwitch = () => {
  const isLarge = useSignal(deviceSetting('large') === 'yes');
  const change = (): void => {
    isLarge.value = !isLarge.peek();
    setDevice('large', isLarge.peek() ? 'yes' : 'no');
    document.documentElement.classList.toggle('large', isLarge.peek());
  };
  return (
    <p class="line">
      <span class="grow" id="large">
        大字{isLarge.value ? '：已打开' : ''}
      </span>
      <button
        type="button"
        class="btn quiet"
        aria-pressed={isLarge.value}
        aria-describedby="large"
        onClick={change}
      >
        {isLarge.value ? '关闭' : '打开'}
      </button>
    </p>
  );
};

const nameOfPost = (post: Post): string => spoken(postName(post));

/** In which post somebody is here, and the others that he has. */
const Posts = () => {
  const { name = '', post, posts = [] } = me.value ?? {};
  const others = posts.filter((each) => post != null && postKey(each) !== postKey(post));
  return (
    <>
      <p>
        <b>{name}</b>
        {post != null && <span class="of">{nameOfPost(post)}</span>}
      </p>
      {others.map((other) => (
        <p class="line" key={postKey(other)}>
          <span class="grow">{nameOfPost(other)}</span>
          <button type="button" class="btn" onClick={() => choosePost(postKey(other))}>
            换到<span class="hide">{nameOfPost(other)}</span>
            这个岗位
          </button>
        </p>
      ))}
    </>
  );
};

/** 更多: what lies beyond the five places, this device's settings, and who is logged in. */
const MorePage = () => (
  <Frame title="更多">
    <div class="broad">
      <h1 class="lead">更多</h1>
      <FarPages />
      <section>
        <h2 class="group">本机设置</h2>
        <div class="pane">
          <LargeSwitch />
          <BellSwitch />
        </div>
      </section>
      <section>
        <h2 class="group">登录</h2>
        <div class="pane">
          <Posts />
          <p class="acts gap">
            <LogOut />
          </p>
          <p class="soft tiny">退出后，保存在本机的草稿和最近一次情况一并清除。</p>
        </div>
      </section>
    </div>
  </Frame>
);
export default MorePage;
