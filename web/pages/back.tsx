import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { finishLogin } from '../api/session.ts';
import { LoginPage } from './login.tsx';

/** Where the issuer sends people back to: the exchange is made, and one goes on to where one wanted to be. */
const BackPage = () => {
  const { route } = useLocation();
  const [fault, setFault] = useState('');
  useEffect(() => {
    finishLogin().then(
      (to) => route(to, true),
      (error: Error) => setFault(error.message),
    );
  }, []);
  if (fault !== '') return <LoginPage to="/desk/duties" fault={fault} />;
  return (
    <main class="login">
      <p role="status">正在登录……</p>
    </main>
  );
};
export default BackPage;
