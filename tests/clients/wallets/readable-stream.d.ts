/** MetaMask's streams are typed by it, and it comes without types of its own: they are those of Node's streams. */
declare module 'readable-stream' {
  export { Duplex, type DuplexOptions } from 'node:stream';
}
