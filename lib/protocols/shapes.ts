/** The functions of an ERC-4626 vault that take money in. The asset is the vault's own. */
export const erc4626Deposit = {
  signature: 'deposit(uint256,address)',
  selector: '0x6e553f65',
  does: 'deposit',
  amountFrom: [0],
  amountUnit: 'assets',
  receiverFrom: [1],
} as const;

/** As `erc4626Deposit`, counted in shares. */
export const erc4626Mint = {
  signature: 'mint(uint256,address)',
  selector: '0x94bf804d',
  does: 'deposit',
  amountFrom: [0],
  amountUnit: 'shares',
  receiverFrom: [1],
} as const;

/** The teller of a BoringVault: asset, amount, least shares out; whoever calls is credited. */
export const tellerDeposit = {
  signature: 'deposit(address,uint256,uint256)',
  selector: '0x0efe6a8b',
  does: 'deposit',
  amountFrom: [1],
  amountUnit: 'assets',
  assetFrom: [0],
  receiverFrom: 'caller',
} as const;

/** As `tellerDeposit`, with the permit that pays in the same call. */
export const tellerDepositWithPermit = {
  ...tellerDeposit,
  signature: 'depositWithPermit(address,uint256,uint256,uint256,uint8,bytes32,bytes32)',
  selector: '0x3d935d9e',
} as const;

/** Symbiotic's vaults and collaterals, and their forks: receiver, amount. */
export const depositOnBehalf = {
  signature: 'deposit(address,uint256)',
  selector: '0x47e7ef24',
  does: 'deposit',
  amountFrom: [1],
  amountUnit: 'assets',
  receiverFrom: [0],
} as const;
