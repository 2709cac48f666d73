/** Tests of versions and their histories. */
@NullMarked
package org.carillon.platform.changes;

import org.jspecify.annotations.NullMarked;
