import './globals.ts';
import './rabby-content-script.ts';
import '@rabby-wallet/page-provider';
