/** Accepting an invitation: its token stands after the # of the link, which no server and no log sees. */
import { useLocation } from '@tanstack/react-router';
import * as api from '../api-duty';
import { Title } from '../parts/Title';
import { PasswordForm } from './PasswordForm';

export function InvitationPage() {
  const token = useLocation({ select: (location) => location.hash });
  return (
    <div className="page narrow">
      <Title>Your account</Title>
      {token === '' ? (
        <p>This link is not whole. Open it as it was sent to you.</p>
      ) : (
        <>
          <p className="lead">Choose a password. The invitation works once.</p>
          <PasswordForm
            named={false}
            fresh
            label="Make my account"
            submit={(_, password) => api.acceptInvitation(token, password)}
          />
        </>
      )}
    </div>
  );
}
