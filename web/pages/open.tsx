import { Frame } from '../parts/frame.tsx';

const Page = () => (
  <Frame title="立案">
    <h1 class="lead">立案</h1>
  </Frame>
);
export default Page;
