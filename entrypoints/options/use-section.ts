import { useSyncExternalStore } from 'react';

export const SECTIONS = [
  { id: 'limits', title: 'Limits' },
  { id: 'sources', title: 'Sources' },
  { id: 'sites', title: 'Sites' },
  { id: 'data', title: 'Data' },
  { id: 'about', title: 'About' },
] as const;

export type SectionId = (typeof SECTIONS)[number]['id'];

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The section that the address names, so that each can be linked to and "back" works. */
export function useSection(): SectionId {
  const hash = useSyncExternalStore(subscribe, () => location.hash.slice(1));
  return SECTIONS.find(({ id }) => id === hash)?.id ?? 'limits';
}
