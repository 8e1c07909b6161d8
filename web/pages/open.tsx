import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { forms, formsFault, loadForms } from '../api/forms.ts';
import { may } from '../api/me.ts';
import { giversIn } from '../model/forms/titles.ts';
import { carriedIn } from '../model/forms/values.ts';
import { Frame } from '../parts/frame.tsx';
import { Alert } from '../parts/notice.tsx';
import { OpenForm } from './open/form.tsx';

const Body = () => {
  const { query } = useRoute();
  useEffect(() => void loadForms(), []);
  if (formsFault.value !== '') return <Alert>{formsFault.value}</Alert>;
  if (forms.value === undefined) return <p class="form soft">正在打开……</p>;
  if (!may('OpenCase'))
    return (
      <div class="form">
        <h1>立案</h1>
        <Alert>你的岗位不能立案。可以立案的：{giversIn(forms.value.opening)}。</Alert>
      </div>
    );
  const begunWith = query.with ?? '';
  return (
    <OpenForm key={begunWith} forms={forms.value} carried={carriedIn(begunWith)} begunWith={begunWith} />
  );
};

/** A new case, from a telephone call, from items, or from a paper. */
const OpenPage = () => (
  <Frame title="立案" isTask back={{ path: '/desk/duties', name: '待办' }}>
    <Body />
  </Frame>
);
export default OpenPage;
