/** Tests of the operator's own pool. */
@NullMarked
package org.carillon.server.pool;

import org.jspecify.annotations.NullMarked;
