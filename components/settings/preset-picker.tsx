import type { PresetId } from '../../lib/limits/index.ts';
import { Choice } from './choice.tsx';

const PRESETS: readonly { readonly value: PresetId; readonly name: string; readonly about: string }[] = [
  { value: 'conservative', name: 'Careful', about: 'Stops early. An unfinished check stops you.' },
  { value: 'balanced', name: 'Balanced', about: 'What holds until you choose.' },
  { value: 'adventurous', name: 'Adventurous', about: 'Stops only at large risks.' },
];

/** Where the limits start from. */
export function PresetPicker({ chosen, onChoose }: { chosen: PresetId; onChoose: (id: PresetId) => void }) {
  return <Choice legend="Preset" cards value={chosen} options={PRESETS} onChange={onChoose} />;
}
