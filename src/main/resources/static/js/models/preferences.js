/* What this browser remembers for the next visit; nothing breaks where it may not remember. */
export const recall = (name) => {
  try {
    return localStorage.getItem(`emaki-${name}`);
  } catch {
    return null;
  }
};

export const remember = (name, value) => {
  try {
    localStorage.setItem(`emaki-${name}`, value);
  } catch { /* a private window */ }
};
