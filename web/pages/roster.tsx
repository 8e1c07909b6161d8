import { Frame } from '../parts/frame.tsx';

const Page = () => (
  <Frame title="名册">
    <h1 class="lead">名册</h1>
  </Frame>
);
export default Page;
