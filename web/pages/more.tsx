import { Frame } from '../parts/frame.tsx';

const Page = () => (
  <Frame title="更多">
    <h1 class="lead">更多</h1>
  </Frame>
);
export default Page;
