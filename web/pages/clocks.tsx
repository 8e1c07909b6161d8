import { Frame } from '../parts/frame.tsx';

const Page = () => (
  <Frame title="时钟">
    <h1 class="lead">时钟</h1>
  </Frame>
);
export default Page;
