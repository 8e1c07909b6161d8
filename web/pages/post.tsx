import { me, postKey, postName } from '../api/me.ts';
import { choosePost } from '../api/session.ts';
import { useTitle } from '../parts/frame.tsx';
import { LogOut } from '../parts/log-out.tsx';

/** Somebody with several posts says in which he is here: the log says it of all that he does. */
export const PostPage = () => {
  useTitle('选定岗位');
  return (
    <main id="main" class="login">
      <h1>你以哪个岗位值班？</h1>
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
        <LogOut isQuiet />
      </p>
    </main>
  );
};
