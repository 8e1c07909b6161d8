import { Frame } from '../parts/frame.tsx';

const Page = () => (
  <Frame title="案卷">
    <h1 class="lead">案卷</h1>
  </Frame>
);
export default Page;
