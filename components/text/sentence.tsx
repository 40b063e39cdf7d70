import { unreachable } from '../base/unreachable.ts';
import { Amount } from '../figures/amount.tsx';
import { Day } from '../figures/day.tsx';
import { Duration } from '../figures/duration.tsx';
import { Percent } from '../figures/percent.tsx';
import type { Part, Sentence } from '../../lib/explain/index.ts';
import { Address } from './address.tsx';
import { Term } from './term.tsx';

function Piece({ part }: { part: Part }) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'amount':
      return <Amount {...part} />;
    case 'share':
      return <Percent wad={part.wad} round={part.round} />;
    case 'duration':
      return <Duration secs={part.secs} round={part.round} />;
    case 'date':
      return <Day at={part.at} />;
    case 'address':
      return <Address address={part.address} label={part.label} />;
    case 'term':
      return <Term term={part.term} text={part.text} />;
    default:
      return unreachable(part);
  }
}

/** A sentence of words and typed figures, each figure in the person's own number format. */
export function SentenceText({ parts }: { parts: Sentence }) {
  return parts.map((part, at) => <Piece key={`${String(at)}${part.kind}`} part={part} />);
}
