import type { ReviewView } from './review-view.ts';

/** What a check knows of a view. The rest (id, revision, queue, site, the exact request) the holder of the request adds. */
export type CheckedView = Omit<
  ReviewView,
  'requestId' | 'revision' | 'queue' | 'expiresAt' | 'repeats' | 'site' | 'frame' | 'realm' | 'raw'
>;
