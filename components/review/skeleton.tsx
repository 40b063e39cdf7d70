import css from './skeleton.module.css';

/** Where figures will stand, drawn in the same place as in the page's static HTML. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className={css.skeleton} aria-hidden="true">
      {Array.from({ length: lines }, (_, at) => (
        <span key={String(at)} className={css.line} />
      ))}
    </div>
  );
}
