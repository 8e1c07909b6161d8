import { Frame } from '../parts/frame.tsx';

const Page = () => (
  <Frame title="说明">
    <h1 class="lead">说明</h1>
  </Frame>
);
export default Page;
