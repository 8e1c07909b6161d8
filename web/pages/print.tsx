import { Frame } from '../parts/frame.tsx';

const Page = () => (
  <Frame title="打印">
    <h1 class="lead">打印</h1>
  </Frame>
);
export default Page;
