/** The API of cases, people and recipients as the pages use it. Shapes: ../src/desk/schema-cases.ts, schema-people.ts. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as cases from '../src/desk/schema-cases';
import type { Account, Me } from '../src/desk/schema-people';
import type * as recipientShapes from '../src/desk/schema-recipients';
import { call, send } from './api';

export type CasePage = z.infer<typeof cases.CasePage>;
export type CaseSummary = z.infer<typeof cases.CaseSummary>;
export type CaseWarning = z.infer<typeof cases.CaseWarning>;
export type NewStep = z.infer<typeof cases.NewStep>;
export type NewDraft = z.infer<typeof cases.NewDraft>;
export type LookBack = z.infer<typeof cases.LookBack>;
type Wording = z.infer<typeof cases.Wording>;

export type { Account, Me };

const at = encodeURIComponent;

export const caseList = queryOptions({
  queryKey: ['cases'],
  queryFn: () => call<{ items: CaseSummary[] }>('/api/cases?limit=200'),
});
export const oneCase = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: () => call<CasePage>(`/api/cases/${at(id)}`) });
export const openCase = (body: { title: string; why: string; statements: string[] }) =>
  send<CasePage>('POST', '/api/cases', body);
export const takeStep = (id: string, step: NewStep) => send<CasePage>('POST', `/api/cases/${at(id)}/steps`, step);
export const saveDraft = (id: string, draft: NewDraft) => send<CasePage>('PUT', `/api/cases/${at(id)}/draft`, draft);
export const wording = (id: string, language: string) =>
  call<Wording>(`/api/cases/${at(id)}/wording?language=${at(language)}`);
export const allowMark = (warning: string, mark: string, why: string) =>
  send<CasePage>('POST', `/api/warnings/${at(warning)}/allowances`, { mark, why });
export const lookBack = queryOptions({ queryKey: ['look-back'], queryFn: () => call<LookBack>('/api/look-back') });

export const me = queryOptions({ queryKey: ['me'], queryFn: () => call<Me>('/api/me') });
export const signIn = (name: string, password: string) => send<Me>('POST', '/api/session', { name, password });
export const signOut = () => send<Me>('DELETE', '/api/session');
export const firstAccount = (name: string, password: string) => send<Me>('POST', '/api/accounts', { name, password });
export const acceptInvitation = (token: string, password: string) =>
  send<Me>('POST', '/api/invitations/accept', { token, password });
export const changePassword = (old: string, password: string) =>
  send<Me>('POST', '/api/me/password', { old, password });
type OwnChannels = z.infer<typeof recipientShapes.OwnChannels>;
/** How one is called to what runs late. */
export const ownChannels = queryOptions({
  queryKey: ['own-channels'],
  queryFn: () => call<OwnChannels>('/api/me/channels'),
});
export const setOwnEmail = (email: string | null) => send<OwnChannels>('PUT', '/api/me/channels', { email });
export const people = queryOptions({ queryKey: ['people'], queryFn: () => call<{ items: Account[] }>('/api/people') });
export const invite = (name: string, roles: string[]) =>
  send<{ token: string; ends: string }>('POST', '/api/invitations', { name, roles });
export const setRoles = (id: string, roles: string[]) => send<Account>('PUT', `/api/people/${at(id)}/roles`, { roles });
export const closeAccount = (id: string) => send<Account>('DELETE', `/api/people/${at(id)}`);

export type Recipient = z.infer<typeof recipientShapes.RecipientList>['items'][number];
type NewRecipient = z.infer<typeof recipientShapes.GivenRecipient>;
type Added = z.infer<typeof recipientShapes.Addresses>;
type Delivery = z.infer<typeof recipientShapes.DeliveryStanding>;
/** Recipients of warnings, without their addresses. */
export const recipients = queryOptions({
  queryKey: ['recipients'],
  queryFn: () => call<{ items: Recipient[] }>('/api/recipients'),
});
export const addRecipient = (body: NewRecipient) => send<Added>('POST', '/api/recipients', body);
export const recipientLink = (id: string) => call<{ link: string }>(`/api/recipients/${at(id)}/link`);
export const removeRecipient = (id: string) => send<unknown>('DELETE', `/api/recipients/${at(id)}`);
export const deliveries = (warning: string) =>
  queryOptions({
    queryKey: ['deliveries', warning],
    queryFn: () => call<{ items: Delivery[] }>(`/api/warnings/${at(warning)}/deliveries`),
  });
export const retryDelivery = (id: string) => send<unknown>('POST', `/api/deliveries/${at(id)}/retry`);

export interface Settings {
  limits: Record<'recognise' | 'decide' | 'release' | 'deliver' | 'acknowledge' | 'approve', number>;
  templates: Record<string, Record<string, Record<string, string>>>;
}
export const settings = queryOptions({ queryKey: ['settings'], queryFn: () => call<Settings>('/api/settings') });
export const setLimits = (limits: Settings['limits']) => send<Settings>('PUT', '/api/settings/limits', limits);
export const setTemplates = (templates: Settings['templates']) =>
  send<Settings>('PUT', '/api/settings/templates', templates);
