import { Frame } from '../parts/frame.tsx';

const Page = () => (
  <Frame title="办理">
    <h1 class="lead">办理</h1>
  </Frame>
);
export default Page;
