/** Searching and saved searches, as the pages use them. Shapes: ../src/desk/schema-search.ts. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Found, SavedSearches } from '../src/desk/schema';
import { call, send } from './api';

/** A part at a time; `query` as it stands in the address. */
export const found = (query: string) =>
  infiniteQueryOptions({
    queryKey: ['search', query],
    queryFn: ({ pageParam }) =>
      call<Found>(`/api/search?${query}${pageParam ? `&after=${encodeURIComponent(pageParam)}` : ''}`),
    initialPageParam: '',
    getNextPageParam: (last: Found) => last.next,
  });

export const savedSearches = queryOptions({
  queryKey: ['searches'],
  queryFn: () => call<SavedSearches>('/api/searches'),
});
export const saveSearch = (name: string, query: string) =>
  send<{ id: string }>('POST', '/api/searches', { name, query });
export const seenSearch = (id: string) => send<null>('POST', `/api/searches/${encodeURIComponent(id)}/seen`);
export const removeSearch = (id: string) => send<null>('DELETE', `/api/searches/${encodeURIComponent(id)}`);
