/* A row of links that scrolls sideways begins at the one that is lit. */
for (const lit of document.querySelectorAll('.sets__nav [aria-current]')) {
  lit.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
}
