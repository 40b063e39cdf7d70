import type { Address } from '../../core/index.ts';
import { symbioticNetworks, symbioticOperators } from './symbiotic-names.ts';

/** Who says so: the protocol's own repository, or somebody else. */
type LabelGrade = 'official' | 'third-party';

/**
 * Names of operators and services, as published up to 2026-11-21. Labels only: self-declared or third-party, always
 * beside the address, never part of a verdict. Sources: protocol repositories (official), lists of 2024 to 2026.
 */
const labels: readonly (readonly [Address, string, LabelGrade])[] = [
  ['0xDbEd88D83176316fc46797B43aDeE927Dc2ff2F5', 'P2P.org', 'third-party'],
  ['0xD972a58B6A582954e578455E4752B12F2C8FcDBc', 'ether.fi-9 (run by Nethermind)', 'third-party'],
  ['0xDcAE4FAf7C7d0f4A78abe147244c6e9d60cFD202', 'operator used for eEIGEN (ether.fi)', 'third-party'],
  ['0x8e7e7176D3470c6c2Efe71004f496A6Ef422a56F', 'ether.fi: Chainnodes', 'official'],
  ['0xe0156eF2905c2Ea8B1F7571cAEE85fdF1657Ab38', 'ether.fi: A41 (wound down Dec 2025)', 'official'],
  ['0xDd777e5158Cb11DB71B4AF93C75A96eA11A2A615', 'ether.fi: AVS_OPERATOR_1', 'official'],
  ['0x2c7cB7d5dC4aF9caEE654553a144C76F10D4b320', 'ether.fi: AVS_OPERATOR_2', 'official'],
  ['0x5ACCC90436492F24E6aF278569691e2c942A676d', 'ether.fi: EigenYields', 'official'],
  ['0x4d7C3fc856AB52753B91A6c9213aDF013309dD25', 'Puffer RestakingOperator 1 of 7', 'official'],
  ['0x175da1e44c8Fbf124714a3bBA5dc18a7E65664d6', 'Puffer RestakingOperator 2 of 7', 'official'],
  ['0x73F23013c5a4C209de945CDC58595A4d53d23084', 'Puffer RestakingOperator 3 of 7', 'official'],
  ['0x59639AEEe35c4108923FD16E66055b347fBeaDd2', 'Puffer RestakingOperator 4 of 7', 'official'],
  ['0xdd6859450e80665dB854022E85FB0Ed2F0240CB9', 'Puffer RestakingOperator 5 of 7', 'official'],
  ['0xE48E7102c03812DFA1FDF0bBE6DbBA6Dc70b0f33', 'Puffer RestakingOperator 6 of 7', 'official'],
  ['0x8c81d590CC94CA2451C4BDe24c598193da74a575', 'Puffer RestakingOperator 7 of 7', 'official'],
  ['0xBE7d5f26F5D5F567D35a86Dd4d7D02AceD2d5BFF', 'Kelp operator A (name unknown)', 'third-party'],
  // Services, mostly by their legacy addresses: in an operator set the service's address may be another.
  ['0x870679E138bCdf293b7Ff14dD44b70FC97e12fc0', 'EigenDA', 'third-party'],
  ['0x23221c5bB90C7c57ecc1E75513e2E4257673F0ef', 'eoracle', 'third-party'],
  ['0xD25c2c5802198CB8541987b73A8db4c9BCaE5cC7', 'Witness Chain', 'third-party'],
  ['0x22CAc0e6A1465F043428e8AeF737b3cb09D0eEDa', 'Lagrange ZK Prover / Coprocessor', 'third-party'],
  ['0x35F4f28A8d3Ff20EEd10e087e8F96Ea2641E6AA2', 'Lagrange State Committees', 'third-party'],
  ['0xF7fcff55d5FDAf2C3Bbeb140Be5e62a2c7D26Db3', 'OpenLayer', 'third-party'],
  ['0x1F2c296448f692af840843d993fFC0546619Dcdb', 'Cyber MACH', 'third-party'],
  ['0xe8E59c6C8B56F2c178f63BCFC4ce5e5e2359c8fc', 'Hyperlane', 'third-party'],
  ['0x2d86E90ED40a034C753931eE31b1bD5E1970113d', 'UniFi AVS (Puffer)', 'third-party'],
  ['0xaCB91045B8bBa06f9026e1A30855B6C4A1c5BaC6', 'Predicate (older)', 'third-party'],
  ['0xf6f4A30EeF7cf51Ed4Ee1415fB3bFDAf3694B0d2', 'Predicate', 'third-party'],
  ['0xeF2A435e5EE44B2041100EF8cbC8ae035166606c', 'Aligned Layer', 'third-party'],
  ['0x6201bc0A699e3b10f324204e6F8EcdD0983De227', 'Vision: validator AVS by ETHGas', 'third-party'],
  ['0xB3e069FD6dDA251AcBDE09eDa547e0AB207016ee', 'Ungate InfiniRoute (Base)', 'third-party'],
  ['0xF75Bc9850F4C44E682537C477c4Bb08f71f695Da', 'Ungate InfiniRoute (Polygon)', 'third-party'],
  ['0x9FC952BdCbB7Daca7d420fA55b942405B073A89d', 'Brevis (older)', 'third-party'],
  ['0x0328635BA5FF28476118595234b5b7236b906c0B', 'Brevis', 'third-party'],
  ['0x1DE75EaAb2df55d467494A172652579E6FA4540E', 'ARPA Network', 'third-party'],
  ['0xE5445838C475A2980e6a88054ff1514230b83aEb', 'Automata', 'third-party'],
  ['0xBc77233855e3274E1903771675Eb71E602D9DC2e', 'mev-commit (Primev)', 'third-party'],
  ['0x6f943318b05AD7c6EE596A220510A6D64B518dd8', 'RedStone', 'third-party'],
  ['0x07E26BF8060e33fA3771d88128b75493750515c1', 'Aethos', 'third-party'],
  ['0xFC569B3b74e15cf48AA684144e072e839Fd89380', 'Skate (Mantle)', 'third-party'],
  ['0xe008064DF9f019d0BFF0735fe6887d70b23825Ca', 'Skate (Base)', 'third-party'],
  ['0x18343Aa10e3D2F3A861e5649627324aEAD987Adf', 'Ava Protocol', 'third-party'],
  ['0x71a77037870169d47aad6c2C9360861A4C0df2bF', 'AltLayer MACH', 'third-party'],
  ['0x6026b61bDD2252160691CB3F6005B6B72E0Ec044', 'Xterio MACH', 'third-party'],
  ['0xd50E0931703302B080880C45148F5D83ea66aE2a', 'DODOchain MACH', 'third-party'],
  ['0xb3AcAF09a1B801E36655B786da4EAA6aE9F5DC37', 'GM Network MACH', 'third-party'],
  ['0xa3F64D3102a035db35c42A9001BBc83e08c7a366', 'GoPlus', 'third-party'],
  ['0xC9E94BF890c9b4F11685d576bC65B08e0E87556F', 'zScore', 'third-party'],
  ['0x83742C346E9f305dcA94e20915aB49A483d33f3E', 'K3 Labs', 'third-party'],
  ['0xCE06c5fe42d22fF827A519396583Fd9f5176E3D3', 'Opacity Network', 'third-party'],
  ['0x42F15F9E4dF4994317453477e80e24797CC1A929', 'Mishti Network', 'third-party'],
  ['0xb73a87E8F7f9129816d40940Ca19DFa396944C71', 'Chainbase Network', 'third-party'],
  ['0xed2f4d90b073128ae6769a9A8D51547B1Df766C8', 'Omni', 'third-party'],
  ['0x9A986296d45C327dAa5998519AE1B3757F1e6Ba1', 'Gasp (may be another protocol: verify)', 'third-party'],
];

const declared = new Map(
  [...symbioticOperators, ...symbioticNetworks].map(([address, name]) => [address.toLowerCase(), name]),
);
const byAddress = new Map(labels.map(([address, name, grade]) => [address.toLowerCase(), { name, grade }]));

/** The bundled name of an address, marked where it is not the protocol's own word; null where there is none. */
export function labelOf(address: string): string | null {
  const label = byAddress.get(address.toLowerCase());
  if (label === undefined) {
    const own = declared.get(address.toLowerCase());
    return own === undefined ? null : `${own} (its own name for itself)`;
  }
  return label.grade === 'official' ? label.name : `${label.name} (third-party name)`;
}
