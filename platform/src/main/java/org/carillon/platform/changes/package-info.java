/** Revisions of entities that people edit, and what each revision changed. */
@NullMarked
package org.carillon.platform.changes;

import org.jspecify.annotations.NullMarked;
