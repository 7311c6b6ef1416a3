/**
 * Kamishibai, the built-in model: a prompt becomes a plan, the plan becomes drawn frames and a sound track, and these become a
 * film, on the processor alone. Free of Spring and of the rest of Emaki, so that it can be used on its own (see
 * {@code KamishibaiCommand}) and in processes of its own (see {@code KamishibaiWorkshop}).
 */
@NamedInterface("kamishibai")
@NullMarked
package app.emaki.model.kamishibai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
