/**
 * Speaks to screen readers. Both regions stand in the page from the start, empty, because a region
 * that arrives with its text is often not read.
 */
export function Live({ polite, assertive }: { polite: string; assertive: string }) {
  return (
    <div className="visually-hidden">
      <output>{polite}</output>
      <p role="alert">{assertive}</p>
    </div>
  );
}
