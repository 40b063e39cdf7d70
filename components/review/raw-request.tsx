import css from './raw-request.module.css';

/** The exact request, as it will reach the wallet. */
export function RawRequest({ method, params }: { method: string; params: string }) {
  return (
    <div className={css.raw}>
      <p>
        <code>{method}</code>
      </p>
      <pre className={css.params} dir="ltr">
        {params}
      </pre>
    </div>
  );
}
