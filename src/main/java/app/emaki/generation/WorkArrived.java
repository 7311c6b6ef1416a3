package app.emaki.generation;

/** There is something to do at once; published in the transaction that wrote it. */
record WorkArrived() {}
