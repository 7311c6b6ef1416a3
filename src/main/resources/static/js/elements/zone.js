// Tells the server the reader's time zone, so that times stand in the page as their own from the next page on.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const told = `emaki-zone=${zone}`;
if (zone && !document.cookie.split('; ').includes(told)) {
  document.cookie = `${told}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
}
