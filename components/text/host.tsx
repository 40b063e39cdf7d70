import { hostPieces } from '../format/short.ts';

/** A site exactly as the browser knows it: whole, in punycode, isolated from the direction of the text around it. */
export function Host({ host }: { host: string }) {
  return (
    <bdi dir="ltr" translate="no">
      {hostPieces(host).map((piece, at) => (
        <span key={`${String(at)}${piece}`}>
          {at > 0 && <wbr />}
          {piece}
        </span>
      ))}
    </bdi>
  );
}
