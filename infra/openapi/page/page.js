// The page reads without this: it folds the contents on a narrow screen, puts the address in the snippets, and lets them be copied.
if (matchMedia('(max-width: 64rem)').matches) document.querySelector('nav details').open = false;

const placeholder = 'https://接口地址';
for (const block of document.querySelectorAll('pre')) {
  const text = block.querySelector('code');
  text.textContent = text.textContent.replaceAll(placeholder, location.origin);
  if (navigator.clipboard === undefined) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = '复制';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = '已复制';
    setTimeout(() => {
      button.textContent = '复制';
    }, 2000);
  });
  block.before(button);
}
