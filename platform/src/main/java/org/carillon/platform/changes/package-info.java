/** Versions of entities that people edit, and what each version changed. */
@NullMarked
package org.carillon.platform.changes;

import org.jspecify.annotations.NullMarked;
