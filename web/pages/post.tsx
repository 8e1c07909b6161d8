import { me, postKey, postName } from '../api/me.ts';
import { choosePost, logOut } from '../api/session.ts';
import { useTitle } from '../parts/frame.tsx';

/** Somebody with several posts says in which he is here: the log says it of all that he does. */
export const PostPage = () => {
  useTitle('选定岗位');
  return (
    <main id="main" class="login">
      <h1>您以哪个岗位值班？</h1>
      <p class="soft">办理的事项都记在所选岗位名下；可以在“更多”里更换。</p>
      <ul class="gap">
        {me.value?.posts.map((post) => (
          <li class="row" key={postKey(post)}>
            <button type="button" class="btn wide" onClick={() => choosePost(postKey(post))}>
              {postName(post)}
            </button>
          </li>
        ))}
      </ul>
      <p class="gap">
        <button type="button" class="btn quiet" onClick={() => void logOut()}>
          退出登录
        </button>
      </p>
    </main>
  );
};
