import type { Page } from 'playwright-core';

import type { Failure, Transaction } from './pages/client.ts';
import { type Drive, depositOf, library } from './support/drive.ts';
import type { WalletId } from './support/serve.ts';
import { pool, testDapp } from './support/test-dapp.ts';

/** One library and how it is used. */
export type Row = {
  readonly name: string;
  /** Folders in `node_modules` whose versions the table shows. */
  readonly packages: readonly string[];
  /** The page, and what stands in its address beside the wallet. */
  readonly path: (rdns: string) => string;
  /** The page for the deposit where it is another one. */
  readonly depositPath?: string;
  /** Where the deposit is made: a site of the protocol it goes to. */
  readonly site: string;
  readonly drive: Drive;
  /** What the wallet must have been asked for: the fields that the page gave. */
  readonly deposits: Required<Transaction>;
  /** How this library says that the person declined. */
  readonly refused: Partial<Failure>;
  readonly wallets: readonly WalletId[];
  /** Another row has the same page and drives what is unrelated. */
  readonly depositOnly?: true;
};

/** A library that is not driven, and why. */
export type Absent = { readonly name: string; readonly package: string; readonly why: string };

/** Rabby routing to another wallet is tried with the libraries that reach a provider in different ways. */
const all: readonly WalletId[] = ['metamask', 'plain', 'rabby', 'rabby to metamask'];
const most: readonly WalletId[] = ['metamask', 'plain', 'rabby'];

const renzo = {
  site: 'https://app.renzoprotocol.com',
  deposits: depositOf(),
  path: () => '/',
  drive: library(),
  wallets: most,
};

/** viem and what is built on it: its own error, caused by the wallet's 4001. */
const viemRefused = {
  name: 'TransactionExecutionError',
  cause: { name: 'UserRejectedRequestError', code: 4001 },
};

/** RainbowKit: the button of the page, then the wallet in its window. */
const rainbow = library({
  when: 'before',
  press: async (page: Page, wallet) => {
    await page.getByRole('button', { name: 'Connect Wallet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: wallet, exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  },
});

/** web3-onboard: its window opens when the page asks it to connect. */
const onboard = library({
  when: 'meanwhile',
  press: (page: Page, wallet) => page.locator('onboard-v2').getByRole('button', { name: wallet }).click(),
});

/** Reown AppKit: a window of its own, which lists the wallets that announced themselves. */
const appKit = library({
  when: 'meanwhile',
  press: (page: Page, wallet) => page.locator('w3m-modal').getByText(wallet, { exact: true }).first().click(),
});

export const rows: readonly Row[] = [
  {
    ...renzo,
    name: 'ethers 5',
    packages: ['ethers-5'],
    path: () => '/ethers-5.ts?',
    refused: { code: 4001 },
  },
  {
    ...renzo,
    name: 'ethers 6',
    packages: ['ethers'],
    path: () => '/ethers-6.ts?',
    wallets: all,
    refused: { code: 'ACTION_REJECTED' },
  },
  { ...renzo, name: 'web3 1', packages: ['web3-1'], path: () => '/web3-1.ts?', refused: { code: 4001 } },
  { ...renzo, name: 'web3 4', packages: ['web3'], path: () => '/web3-4.ts?', refused: { code: 4001 } },
  { ...renzo, name: 'viem', packages: ['viem'], path: () => '/viem.ts?', wallets: all, refused: viemRefused },
  {
    ...renzo,
    name: '@wagmi/core, EIP-6963',
    packages: ['wagmi-core-3'],
    path: (rdns) => `/wagmi.ts?rdns=${rdns}`,
    wallets: all,
    refused: viemRefused,
  },
  {
    ...renzo,
    name: '@wagmi/core, injected',
    packages: ['wagmi-core-3'],
    path: () => '/wagmi.ts?',
    wallets: all,
    refused: viemRefused,
  },
  {
    ...renzo,
    name: 'RainbowKit',
    packages: ['@rainbow-me/rainbowkit', 'wagmi', '@wagmi/core'],
    path: () => '/rainbowkit.tsx?',
    drive: rainbow,
    refused: viemRefused,
  },
  {
    ...renzo,
    name: 'Reown AppKit',
    packages: ['@reown/appkit', '@reown/appkit-adapter-ethers', 'ethers'],
    path: () => '/appkit.ts?',
    drive: appKit,
    refused: { code: 'ACTION_REJECTED' },
  },
  {
    ...renzo,
    name: 'web3-onboard',
    packages: ['@web3-onboard/core', '@web3-onboard/injected-wallets'],
    path: () => '/web3-onboard.ts?',
    drive: onboard,
    refused: { code: 'ACTION_REJECTED' },
  },
  {
    ...renzo,
    name: 'test-dapp, Send',
    packages: ['@metamask/test-dapp'],
    path: () => '/index.html?',
    depositPath: '/filled.html?',
    drive: testDapp('#sendButton'),
    refused: { code: 4001 },
  },
  {
    name: 'test-dapp, Deposit',
    packages: ['@metamask/test-dapp'],
    site: 'https://app.ether.fi',
    path: () => `/index.html?contract=${pool}`,
    drive: testDapp('#depositButton'),
    wallets: ['metamask', 'plain'],
    depositOnly: true,
    deposits: { to: pool, value: '0x3782dace9d900000', data: '0xd0e30db0' },
    refused: { code: 4001 },
  },
];

export const absent: readonly Absent[] = [
  {
    name: 'ConnectKit',
    package: 'connectkit',
    why: 'version 1.9.2 asks for React 17 or 18, and this project has 19: npm refuses to install it',
  },
];
