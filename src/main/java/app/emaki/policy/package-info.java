/**
 * What may be written here: rules kept as data, which screen prompts, captions, comments and handles before anything is made
 * or shown. It judges words and knows nothing of who wrote them or what becomes of them.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package app.emaki.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
