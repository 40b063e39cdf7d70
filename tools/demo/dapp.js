// The demo dApp: asks the wallet for each deposit that the demo chain knows, and shows what came back.
function say(text) {
  document.getElementById('page').textContent = text;
}

async function start() {
  const deposits = await (await fetch('/demo/deposits.json')).json();
  const wallet = window.ethereum;
  const [account] = await wallet.request({ method: 'eth_requestAccounts' });
  for (const { label, to, value, data } of deposits) {
    const button = document.createElement('button');
    button.textContent = label;
    button.addEventListener('click', async () => {
      say(`Asked the wallet: ${label} …`);
      try {
        const hash = await wallet.request({
          method: 'eth_sendTransaction',
          params: [{ from: account, to, value, data }],
        });
        say(`${label}: sent, ${hash}`);
      } catch (error) {
        say(`${label}: refused, code ${error.code}: ${error.message}`);
      }
    });
    document.getElementById('deposits').append(button);
  }
}

void start();
