import { Frame } from '../parts/frame.tsx';

const Page = () => (
  <Frame title="制度">
    <h1 class="lead">制度</h1>
  </Frame>
);
export default Page;
