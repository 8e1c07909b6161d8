import { Frame } from '../parts/frame.tsx';

const Page = () => (
  <Frame title="待办">
    <h1 class="lead">待办</h1>
  </Frame>
);
export default Page;
