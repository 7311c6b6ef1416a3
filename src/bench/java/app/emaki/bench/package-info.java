/** Benchmarks: {@code ./mvnw -q -Pbench verify -Dbench=kamishibai} runs the one of that name. */
@NullMarked
package app.emaki.bench;

import org.jspecify.annotations.NullMarked;
