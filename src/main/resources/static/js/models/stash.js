/* A note to this browser that outlives the page: what was typed and has not reached the server yet. */
export const stash = (key) => {
  const attempt = (act) => { try { return act(); } catch { return null; } }; // a browser may forbid storage
  return {
    put: (text) => attempt(() => localStorage.setItem(key, text)),
    get: () => attempt(() => localStorage.getItem(key)),
    drop: () => attempt(() => localStorage.removeItem(key)),
  };
};
