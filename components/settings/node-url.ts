/** Not the IPv6 loopback: a content security policy of Chromium cannot name it. */
const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1'];

/** Why an address cannot be a node, or null where it can: `https`, or `http` on this computer only. */
export function whyNotNode(text: string): string | null {
  if (!URL.canParse(text)) return 'Type a whole address, such as https://node.example.';
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return 'An address with a name and password is not taken.';
  if (protocol === 'https:') return null;
  if (protocol === 'http:' && LOOPBACK.includes(hostname)) return null;
  return 'Only https is taken, or http on this computer.';
}
