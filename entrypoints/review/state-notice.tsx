import { Notice } from '../../components/base/notice.tsx';
import { ageText } from '../../components/format/age.ts';
import type { ReviewView } from '../../lib/messages/index.ts';

function words(view: ReviewView, now: number): string | null {
  const { state, stillReading, readAt } = view;
  switch (state) {
    case 'loading':
      return stillReading.length > 0 ? `Still reading: ${stillReading.join(', ')}.` : null;
    case 'partial':
      return stillReading.length > 0
        ? `Did not come back: ${stillReading.join(', ')}. We count it as at risk.`
        : 'Some reads did not come back. We count them as at risk.';
    case 'stale':
      return `Read ${readAt === null ? 'too long ago' : ageText(readAt, now)}. Read again before you go on.`;
    case 'changed':
      return 'The page changed its request. This is a new check, and earlier answers are void.';
    case 'unsupported':
      return 'This is restaking, but our model does not cover it yet.';
    case 'ready':
      return null;
    default:
      return view.detail;
  }
}

/** What is out of the ordinary about this check, in one line. */
export function StateNotice({ view, now }: { view: ReviewView; now: number }) {
  const text = words(view, now);
  if (text === null) return null;
  return (
    <Notice tone={view.state === 'loading' ? 'plain' : 'warn'}>
      <p>{text}</p>
    </Notice>
  );
}
