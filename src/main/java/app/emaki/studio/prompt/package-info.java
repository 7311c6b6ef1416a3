/**
 * One prompt seen two ways, as text and as parts, with nothing lost between them. Knows the labels people write by in Japanese
 * and English; knows nothing of pages, accounts or models.
 */
@NullMarked
package app.emaki.studio.prompt;

import org.jspecify.annotations.NullMarked;
