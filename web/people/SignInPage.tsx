import * as api from '../api-duty';
import { Title } from '../parts/Title';
import { PasswordForm } from './PasswordForm';

export function SignInPage() {
  return (
    <div className="page narrow">
      <Title>Sign in</Title>
      <PasswordForm named fresh={false} label="Sign in" submit={api.signIn} />
    </div>
  );
}
