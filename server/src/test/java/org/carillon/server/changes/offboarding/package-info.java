/** Tests of the removal of voice services. */
@NullMarked
package org.carillon.server.changes.offboarding;

import org.jspecify.annotations.NullMarked;
