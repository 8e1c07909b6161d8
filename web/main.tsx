import { render } from 'preact';

render(<p>值班台</p>, document.getElementById('desk')!);
